import type { Points } from '@clientele/contracts';
import type { ScatterSeriesOption } from 'echarts';
import type { FigureContext } from '../figure.ts';

/** The index of a customer from the place in a drawn series: the third number of the datum; null for labels. */
export function pointAt(series: readonly ScatterSeriesOption[], seriesIndex: number, dataIndex: number): number | null {
  const data = series[seriesIndex]?.data;
  const datum: unknown = Array.isArray(data) ? data[dataIndex] : undefined;
  if (typeof datum !== 'object' || datum === null || !('value' in datum) || !Array.isArray(datum.value)) return null;
  const index: unknown = datum.value[2];
  return typeof index === 'number' ? index : null;
}

/** What grey means where some customers are in no segment and some are in one. */
export function greyNote({ segments }: Pick<Points, 'segments'>, { text }: Pick<FigureContext, 'text'>): string {
  const hasBoth = segments.some((segment) => segment < 0) && segments.some((segment) => segment >= 0);
  return hasBoth ? text('points.grey') : '';
}

/** Says so where not every customer is drawn, "2,000 of 94,000 customers", and what grey means where some are in no segment. */
export function pointsNote(points: Points, context: Pick<FigureContext, 'formats' | 'text'>): string {
  const { formats, text } = context;
  const { shown, total } = points;
  const sample =
    shown < total ? text('points.sample', { shown: formats.count(shown), total: formats.count(total) }) : '';
  return [sample, greyNote(points, context)].filter(Boolean).join('; ');
}
