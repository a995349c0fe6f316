import type { Text } from '@clientele/texts';
import dayjs from 'dayjs';

export interface DateRange {
  from: string;
  to: string;
}

/** Ranges one often wants, counted back from the last day of the data, not from today. */
export function datePresets(first: string, last: string, text: Text): { label: string; range: DateRange }[] {
  const back = (days: number) =>
    dayjs(last)
      .subtract(days - 1, 'day')
      .format('YYYY-MM-DD');
  const candidates = [
    { label: text('filters.dates.days', { n: 30 }), from: back(30) },
    { label: text('filters.dates.days', { n: 90 }), from: back(90) },
    {
      label: text('filters.dates.months', { n: 12 }),
      from: dayjs(last).subtract(1, 'year').add(1, 'day').format('YYYY-MM-DD'),
    },
    { label: text('filters.dates.year', { year: last.slice(0, 4) }), from: `${last.slice(0, 4)}-01-01` },
  ];
  return [
    { label: text('filters.dates.all'), range: { from: first, to: last } },
    ...candidates.filter(({ from }) => from > first).map(({ label, from }) => ({ label, range: { from, to: last } })),
  ];
}
