import { segmentColumnNames } from './segment-columns.ts';

/** Columns of customers.csv beside the features. */
const taken: readonly string[] = ['customer', 'country', ...segmentColumnNames];

/**
 * By feature id its column in a table: the id, as in customers.csv; with a number behind it where another column has the name in letters of
 * either case, for readers of Parquet and most databases confuse those.
 */
export function columnNames(ids: readonly string[]): Map<string, string> {
  const known = new Set(taken);
  return new Map(
    ids.map((id) => {
      let name = id;
      for (let n = 2; known.has(name.toLowerCase()); n++) name = `${id} ${n}`;
      known.add(name.toLowerCase());
      return [id, name];
    }),
  );
}
