import { orderFeatureIds, orderFeatures } from '@clientele/contracts';

/** What the customers of order lines have besides attributes: ids and names of their features, and columns of every list. */
const taken = [
  ...orderFeatureIds.flatMap((id) => [id, orderFeatures[id].label]),
  ...['id', 'customer', 'country', 'segment', 'segment_name'],
].map((name) => name.toLowerCase());

/**
 * The feature ids of columns of a table of customers: their names, but for those that orders have under the same name (in
 * any letter case), which get the file's name and a point before them: `customers.Revenue`. Each id once.
 */
export function attributeIds(file: string, columns: readonly string[]): string[] {
  const prefix = file.replace(/(\.\w{1,8}){1,2}$/, '') || file;
  const given = new Set(columns.filter((column) => !isTaken(column)));
  return columns.map((column) => {
    if (!isTaken(column)) return column;
    const wanted = `${prefix}.${column}`;
    let id = wanted;
    for (let n = 2; given.has(id); n++) id = `${wanted} ${n}`;
    given.add(id);
    return id;
  });
}

const isTaken = (column: string) => taken.includes(column.trim().toLowerCase());
