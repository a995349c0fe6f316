import type { Row } from '@clientele/engines';
import { numberOf, numberOrNull } from './read-parts.ts';

/** Customers with one value, all of them and by segment. */
export interface SegmentCounts {
  value: string;
  customers: number;
  bySegment: number[];
}

/**
 * Counts per value and segment from rows of value, segment and n: most customers first, ties by value. Those in no segment are in
 * `customers` alone.
 */
export function segmentCounts(rows: readonly Row[], k: number): SegmentCounts[] {
  const counts = new Map<string, SegmentCounts>();
  for (const row of rows) {
    const value = String(row.value);
    const count = counts.get(value) ?? { value, customers: 0, bySegment: new Array<number>(k).fill(0) };
    counts.set(value, count);
    count.customers += numberOf(row, 'n');
    const segment = numberOrNull(row, 'segment');
    if (segment !== null && segment >= 0 && segment < k) count.bySegment[segment] = numberOf(row, 'n');
  }
  return [...counts.values()].sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1));
}
