/** An identifier as SQL text: any name whatever, quoted by the standard's rule. The one place where that is done. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
