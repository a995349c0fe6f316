import { quoteIdentifier } from '@clientele/engines';
import type { Bindings } from '../features/bindings.ts';

/** Corners of a closed line, the last joined to the first. */
export type Polygon = readonly (readonly [number, number])[];

const mostBands = 512;
/** A scribble of long edges has fewer bands, lest it be filed in more places than there are customers. */
const mostFiled = 20_000;

/**
 * The common table expression `inside`: the customers, with their segments, of a table of places (customer, segment, x, y) that stand inside the polygon by the even-odd
 * rule. Edges are filed by bands of y, so that a customer meets only those that pass at its height; a customer on an edge is inside where
 * the edge is a left or lower one. Cost: customers x edges a band.
 */
export function insideCte(bindings: Bindings, places: string, polygon: Polygon): string {
  const xs = polygon.map(([x]) => x);
  const ys = polygon.map(([, y]) => y);
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const climbed = polygon.reduce((sum, [, y], i) => sum + Math.abs(y - polygon.at(i - 1)![1]), 0);
  const bands = Math.max(1, Math.min(mostBands, Math.floor(mostFiled / (climbed / (top - bottom))))) || 1;
  const height = (top - bottom) / bands || 1;
  const bandOf = (y: number) => Math.min(Math.floor((y - bottom) / height), bands - 1);
  const edges: [bands: number[], low: number[], high: number[], start: number[], slope: number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  polygon.forEach(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length]!;
    if (ay === by) return;
    const [x, low, high] = ay < by ? [ax, ay, by] : [bx, by, ay];
    const slope = (bx - ax) / (by - ay);
    for (let band = bandOf(low); band <= bandOf(high); band++)
      [band, low, high, x, slope].forEach((value, column) => {
        edges[column]!.push(value);
      });
  });
  const list = (values: number[], type: string) =>
    `unnest(from_json(${bindings.bind(JSON.stringify(values))}::json, '["${type}"]'))`;
  const real = (value: number) => `cast(${bindings.bind(value)} as double)`;
  const [inBand, low, high, start, slope] = edges;
  return `edges as materialized (
      select ${list(inBand, 'INTEGER')} as band, ${list(low, 'DOUBLE')} as low, ${list(high, 'DOUBLE')} as high,
        ${list(start, 'DOUBLE')} as start, ${list(slope, 'DOUBLE')} as slope),
    near as (
      select rowid as place, x, y, cast(least(floor((y - ${real(bottom)}) / ${real(height)}), ${bands - 1}) as integer) as band
      from ${quoteIdentifier(places)}
      where x between ${real(Math.min(...xs))} and ${real(Math.max(...xs))} and y between ${real(bottom)} and ${real(top)}),
    inside as materialized (
      select customer, segment from ${quoteIdentifier(places)} where rowid in (
        select place from near join edges using (band)
        where y >= low and y < high and x >= start + (y - low) * slope
        group by place having count(*) % 2 = 1))`;
}
