import { ClienteleError, type Missing, type Problem } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import { countOf, formatNumber } from './format-value.ts';

/** Refuses infinities, naming the first one's customer. NaN is not refused: it says missing. */
export function refuseInfinite(table: FeatureTable): void {
  for (const { id, label } of table.features) {
    const values = table.numbers[id];
    if (values === undefined) continue;
    const row = values.findIndex((value) => value === Infinity || value === -Infinity);
    if (row < 0) continue;
    throw new ClienteleError(
      'values-unreadable',
      `${label} of customer ${table.ids[row]} is ${values[row] === Infinity ? 'infinite' : 'minus infinite'}; a finite number was expected, so correct that value or leave the feature out.`,
      { feature: id, customer: table.ids[row] ?? '' },
    );
  }
}

/** The rows of the table that are used: all, or with `drop` those where no feature is missing. */
export function keptRows(table: FeatureTable, missing: Missing): { kept: Int32Array; warnings: Problem[] } {
  const rows = table.ids.length;
  const all = new Int32Array(rows);
  for (let row = 0; row < rows; row++) all[row] = row;
  if (missing === 'median') return { kept: all, warnings: [] };
  const lacking: string[] = [];
  const drop = new Uint8Array(rows);
  for (const { id, label } of table.features) {
    const numbers = table.numbers[id];
    const categories = table.categories[id];
    let count = 0;
    for (let row = 0; row < rows; row++) {
      const lacks = numbers === undefined ? (categories?.[row] ?? null) === null : Number.isNaN(numbers[row]);
      if (!lacks) continue;
      drop[row] = 1;
      count++;
    }
    if (count > 0) lacking.push(`${label} (${formatNumber(count, 0)})`);
  }
  const kept = all.filter((row) => drop[row] === 0);
  const dropped = rows - kept.length;
  if (dropped === 0) return { kept, warnings: [] };
  const message = `${formatNumber(dropped, 0)} of ${countOf(rows, 'customer')} are left out because a feature is missing: ${lacking.join(', ')}.`;
  return { kept, warnings: [{ severity: 'warning', code: 'missing-dropped', message, count: dropped }] };
}
