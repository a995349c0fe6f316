import type { Points } from '@clientele/contracts';
import type { ScatterSeriesOption } from 'echarts';
import type { Formats } from '../format/create-formats.ts';

/** The index of a customer from the place in a drawn series: the third number of the datum; null for labels. */
export function pointAt(series: readonly ScatterSeriesOption[], seriesIndex: number, dataIndex: number): number | null {
  const data = series[seriesIndex]?.data;
  const datum: unknown = Array.isArray(data) ? data[dataIndex] : undefined;
  if (typeof datum !== 'object' || datum === null || !('value' in datum) || !Array.isArray(datum.value)) return null;
  const index: unknown = datum.value[2];
  return typeof index === 'number' ? index : null;
}

/** Says so where not every customer is drawn, "2,000 of 94,000 customers", and what grey means where some are in no segment. */
export function pointsNote({ shown, total, segments }: Points, formats: Formats): string {
  const hasBoth = segments.some((segment) => segment < 0) && segments.some((segment) => segment >= 0);
  const notes = [
    shown < total ? `${formats.count(shown)} of ${formats.count(total)} customers, chosen evenly` : '',
    hasBoth ? 'grey: no segment' : '',
  ];
  return notes.filter(Boolean).join('; ');
}
