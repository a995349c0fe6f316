import type { Problem, SegmentationDocument } from '@clientele/contracts';
import { kernelCalls, type RunEffects } from '../clustering/kernel-calls.ts';
import { smallestAllowed } from '../clustering/recommend-k.ts';
import { countOf, formatNumber, formatShare } from '../preparation/format-value.ts';
import type { Prepared } from '../preparation/prepare.ts';

/** A segmentation and its customers as its method saw them. */
export interface JudgedSegments {
  prepared: Prepared;
  document: SegmentationDocument;
  /** One a row of the matrix; -1 for none. */
  labels: Int32Array;
}

const rule = {
  /** A silhouette that falls by so much without the tiny segments was theirs. */
  silhouetteFall: 0.1,
  /** Share of the variance between segments that one feature may have beside others. */
  oneFeature: 0.8,
  /** Largest deviation of an unscaled column over the smallest. */
  rawSpread: 10,
} as const;

/** The traps: a few outliers that carry the silhouette, one feature that does all the work, features left on scales of their own. */
export async function structureWarnings(input: JudgedSegments, effects: RunEffects): Promise<Problem[]> {
  const warnings = await outlierTrap(input, effects);
  const spread = rawScale(input);
  return [...warnings, ...(spread === null ? oneFeature(input) : [spread])];
}

/** A tiny segment lies far from everybody: its distance, and not the parting of the others, makes the silhouette. */
async function outlierTrap({ prepared, document, labels }: JudgedSegments, effects: RunEffects): Promise<Problem[]> {
  const { silhouette } = document.quality;
  const floor = smallestAllowed(prepared.rows);
  const tiny = document.segments.filter(({ size }) => size < floor);
  if (tiny.length === 0 || silhouette === null) return [];
  const held = tiny.reduce((sum, { size }) => sum + size, 0);
  const who = `${tiny.length === 1 ? 'One segment holds' : `${tiny.length} segments hold`} only ${countOf(held, 'customer')} (${formatNumber((100 * held) / prepared.rows, 1)}%)`;
  const left = prepared.rows - held;
  if (left === 0) return [];
  const [large] = document.segments.filter(({ size }) => size >= floor);
  const others =
    large === undefined
      ? `the other ${countOf(left, 'customer')}, who are in no segment`
      : `the ${countOf(large.size, 'customer')} of the only other segment`;
  const without = await silhouetteWithout(input(prepared, labels), new Set(tiny.map(({ id }) => id)), effects);
  if (without !== null && silhouette - without < rule.silhouetteFall) return [];
  const what =
    without === null
      ? `the silhouette of ${silhouette.toFixed(3)} tells these outliers from everybody else and says nothing of ${others}`
      : `without them the silhouette falls from ${silhouette.toFixed(3)} to ${without.toFixed(3)}`;
  const isLogged = prepared.preparation.columns.every(({ transform }) => transform === 'log');
  const remedy = isLogged ? 'Look' : 'Take a log transform, which brings outliers nearer, or look';
  const message = `${who}: ${what}; a high silhouette is not a good segmentation here. ${remedy} at these customers one by one.`;
  return [{ severity: 'warning', code: 'outlier-trap', message, count: held }];
}

const input = ({ matrix, rows, columns }: Prepared, labels: Int32Array) => ({ matrix, rows, columns, labels });

/** The silhouette of the customers outside these segments; null where fewer than two segments are left. */
async function silhouetteWithout(
  { matrix, rows, columns, labels }: ReturnType<typeof input>,
  left: ReadonlySet<number>,
  effects: RunEffects,
): Promise<number | null> {
  const ids = [...new Set(labels)].filter((label) => label >= 0 && !left.has(label)).sort((a, b) => a - b);
  if (ids.length < 2) return null;
  const kept = Array.from({ length: rows }, (_, row) => row).filter((row) => ids.includes(labels[row] ?? -1));
  const points = new Float64Array(kept.length * columns);
  kept.forEach((row, i) => {
    points.set(matrix.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  const own = Int32Array.from(kept, (row) => ids.indexOf(labels[row] ?? -1));
  const calls = kernelCalls(effects, 'Looking for outliers');
  const { mean } = await calls.silhouette(points, { rows: kept.length, columns, labels: own });
  return mean;
}

/** Features that vary on scales of their own: the widest decides alone. */
function rawScale({ prepared, document }: JudgedSegments): Problem | null {
  const { preparation, matrix, rows, columns } = prepared;
  if (document.recipe.scale !== 'none' || document.method === 'rfm' || columns < 2) return null;
  const deviations = Array.from({ length: columns }, (_, column) => {
    let sum = 0;
    let squares = 0;
    for (let row = 0; row < rows; row++) sum += matrix[row * columns + column] ?? 0;
    for (let row = 0; row < rows; row++) squares += ((matrix[row * columns + column] ?? 0) - sum / rows) ** 2;
    return Math.sqrt(squares / rows);
  });
  const sorted = deviations.filter((deviation) => deviation > 0).sort((a, b) => a - b);
  const widest = sorted.at(-1) ?? 0;
  const narrowest = sorted[0] ?? 0;
  if (widest < rule.rawSpread * narrowest) return null;
  const label = (deviation: number) => preparation.columns[deviations.indexOf(deviation)]?.label ?? '';
  const message = `The features are on scales of their own: ${label(widest)} varies ${formatNumber(widest / narrowest, 0)} times as widely as ${label(narrowest)} and decides where customers go; scale them (standard) to give each its say.`;
  return { severity: 'warning', code: 'raw-scale', message };
}

/** One of several features accounts for nearly all of the variance between the segments. */
function oneFeature({ prepared, labels }: JudgedSegments): Problem[] {
  const shares = shareBetween(prepared, labels);
  if (shares.size < 2) return [];
  const [id, share] = [...shares].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (share < rule.oneFeature) return [];
  const label = prepared.preparation.columns.find((column) => column.id === id)?.label ?? id;
  const message = `${label} does ${formatShare(share)} of the work: the segments differ in hardly anything else, so a cut of ${label} alone would give nearly the same.`;
  return [{ severity: 'warning', code: 'one-feature', message }];
}

/** For each feature its share of the sum of squares between the segments. */
function shareBetween({ matrix, rows, columns, preparation }: Prepared, labels: Int32Array): Map<string, number> {
  const k = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const sizes = new Float64Array(k);
  const sums = new Float64Array(k * columns);
  for (let row = 0; row < rows; row++) {
    const label = labels[row] ?? -1;
    if (label < 0) continue;
    sizes[label] = (sizes[label] ?? 0) + 1;
    for (let column = 0; column < columns; column++)
      sums[label * columns + column] = (sums[label * columns + column] ?? 0) + (matrix[row * columns + column] ?? 0);
  }
  const inside = sizes.reduce((sum, size) => sum + size, 0);
  const shares = new Map<string, number>();
  let total = 0;
  preparation.columns.forEach(({ id }, column) => {
    let all = 0;
    for (let label = 0; label < k; label++) all += sums[label * columns + column] ?? 0;
    let between = 0;
    sizes.forEach((size, label) => {
      if (size > 0) between += size * ((sums[label * columns + column] ?? 0) / size - all / inside) ** 2;
    });
    total += between;
    shares.set(id, (shares.get(id) ?? 0) + between);
  });
  return new Map([...shares].map(([id, between]) => [id, total > 0 ? between / total : 0]));
}
