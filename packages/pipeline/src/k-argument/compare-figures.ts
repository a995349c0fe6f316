import type { OrderFeatureId, PreparedFeature, Segment } from '@clientele/contracts';
import { formatMoney, formatNumber, formatShare } from '../preparation/format-value.ts';
import { shortLabel } from '../segments/feature-words.ts';
import { tellingDifference } from '../segments/name-segments.ts';

/** A feature that tells segments apart: its key in their means, its figures in their order, and the words around a figure. */
export interface ComparedFigure {
  key: string;
  figures: string[];
  before: string;
  after: string;
  /** Instead of `after` where the feature has been spoken of. */
  again: string;
}

export interface CompareContext {
  columns: readonly PreparedFeature[];
  /** True where features come from order lines. */
  isOrders: boolean;
  currency: string | null;
}

const most = 2;

/** The words after a figure, and those when the same figure is told a second time. */
const orderWords: Record<OrderFeatureId, [after: string, again: string]> = {
  recency: [' days since the last order', ' days'],
  frequency: [' orders', ' orders'],
  monetary: [' of revenue', ''],
  tenure: [' days since the first order', ' days'],
  averageOrderValue: [' an order', ' an order'],
  daysBetweenOrders: [' days between orders', ' days between'],
  distinctProducts: [' different products', ' products'],
  itemsPerOrder: [' items an order', ' items'],
  returnShare: [' of lines returned', ' returned'],
};

/**
 * The features that tell segments apart most, at most two, by effect: the largest difference between any two of them, in standard deviations of the
 * base after the transform. Left out are differences below the one that may tell two segments apart, and features whose means, turned by a few far
 * values, go against their effects.
 */
export function compareFigures(segments: readonly Segment[], context: CompareContext): ComparedFigure[] {
  const compared: ComparedFigure[] = [];
  const spoken = new Set<string>();
  for (const { index } of differences(segments, context.columns.length)) {
    const column = context.columns[index];
    if (column === undefined || spoken.has(column.id) || compared.length === most) continue;
    const key = column.category === null ? column.id : `${column.id}=${column.category}`;
    const values = segments.map(({ means }) => means[key] ?? (column.category === null ? Number.NaN : 0));
    if (
      values.some(Number.isNaN) ||
      !isAlong(
        values,
        segments.map((segment) => effectOf(segment, index)),
      )
    )
      continue;
    spoken.add(column.id);
    compared.push({ key, figures: values.map((value) => say(value, column, context)), ...words(column, context) });
  }
  return compared;
}

const effectOf = ({ traits }: Segment, column: number): number =>
  traits.find((trait) => trait.column === column)?.effect ?? 0;

function differences(segments: readonly Segment[], columns: number): { index: number; difference: number }[] {
  return Array.from({ length: columns }, (_, index) => {
    const effects = segments.map((segment) => effectOf(segment, index));
    return { index, difference: Math.max(...effects) - Math.min(...effects) };
  })
    .filter(({ difference }) => difference >= tellingDifference)
    .sort((a, b) => b.difference - a.difference || a.index - b.index);
}

/** Whether the segments of the largest and the smallest effect lie the same way round in `values`. */
function isAlong(values: readonly number[], effects: readonly number[]): boolean {
  const high = effects.indexOf(Math.max(...effects));
  const low = effects.indexOf(Math.min(...effects));
  return (values[high] ?? 0) > (values[low] ?? 0);
}

function say(value: number, { unit, category }: PreparedFeature, { currency }: CompareContext): string {
  if (category !== null || unit === 'share') return formatShare(value);
  if (unit === 'money') return formatMoney(value, currency);
  return formatNumber(value, Math.abs(value) >= 10 ? 0 : 1);
}

function words(
  { id, label, category }: PreparedFeature,
  { isOrders }: CompareContext,
): Pick<ComparedFigure, 'before' | 'after' | 'again'> {
  if (category !== null) return { before: '', after: ` with ${shortLabel(label)} ${category}`, again: '' };
  if (!isOrders || !Object.hasOwn(orderWords, id)) return { before: `${shortLabel(label)} `, after: '', again: '' };
  const [after, again] = orderWords[id as OrderFeatureId];
  return { before: '', after, again };
}
