/**
 * One cell of text by RFC 4180. Text that a spreadsheet would take for a formula (beginning with = + - @, tab or carriage
 * return) gets a leading apostrophe; numbers are written by {@link numberCell} and stay numbers.
 */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number in its shortest form; empty where it is not finite. */
export function numberCell(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}
