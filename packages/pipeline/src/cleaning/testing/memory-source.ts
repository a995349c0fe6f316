import type { Source } from '../../sources/source.ts';

export type Cells = readonly (string | null)[];

/** A source over rows in memory, for tests: what a file with these cells would be. */
export function memorySource(
  columns: readonly string[],
  rows: readonly Cells[],
  options: { hasHeader?: boolean; sampled?: number } = {},
): Source {
  const cells = rows.map((row) => columns.map((_, at) => (row[at] === '' ? null : (row[at] ?? null))));
  const text = JSON.stringify(cells);
  return {
    info: {
      name: 'rows.csv',
      bytes: text.length,
      format: 'csv',
      compression: 'none',
      encoding: 'utf-8',
      delimiter: ',',
      hasHeader: options.hasHeader ?? true,
      sheets: [],
    },
    columns,
    sample: cells.slice(0, options.sampled ?? 2000),
    problems: [],
    relation(indexes = columns.map((_, at) => at)) {
      const picked = indexes.map((at) => `r[${at + 1}] AS c${at}`).join(', ');
      return {
        sql: `(SELECT ${picked} FROM (SELECT unnest(from_json($1, '[["VARCHAR"]]')) AS r))`,
        values: [text],
      };
    },
    rejected: async () => [],
    explain: (cause) => cause,
    close: async () => undefined,
  };
}
