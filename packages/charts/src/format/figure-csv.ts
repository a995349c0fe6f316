import type { FigureTable } from '../figure.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// A text that a spreadsheet would run as a formula is led by an apostrophe, as OWASP advises.
function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return quoted(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
}

/** The numbers of a figure as CSV (RFC 4180: CRLF, quotes doubled). Texts that look like formulas are made harmless; numbers stay as they are. */
export function figureCsv(table: FigureTable): string {
  const head = table.columns.map(({ label }) => field(label));
  const body = table.rows.map((row) => table.columns.map(({ key }) => field(row[key]?.value ?? null)));
  return [head, ...body].map((fields) => `${fields.join(',')}\r\n`).join('');
}
