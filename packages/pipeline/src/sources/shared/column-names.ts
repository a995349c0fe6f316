/**
 * Headings as unique column names in file order: white space around them goes, a nameless one becomes `column_3`
 * (counted from 1), one that was there before becomes `name_2`.
 */
export function columnNames(headings: readonly (string | null)[]): string[] {
  const cleaned = headings.map((heading) => (heading ?? '').replace(/\s+/g, ' ').trim());
  const given = new Set(cleaned);
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return cleaned.map((heading, index) => {
    const base = heading === '' ? `column_${index + 1}` : heading;
    let name = base;
    let count = counts.get(base) ?? 1;
    while (taken.has(name) || (name !== heading && given.has(name))) name = `${base}_${++count}`;
    counts.set(base, count);
    taken.add(name);
    return name;
  });
}

/** Names for a file without headings: column_1, column_2, ... */
export function numberedColumns(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `column_${index + 1}`);
}
