import dayjs from 'dayjs';

export interface DateRange {
  from: string;
  to: string;
}

/** Ranges one often wants, counted back from the last day of the data, not from today. */
export function datePresets(first: string, last: string): { label: string; range: DateRange }[] {
  const back = (days: number) =>
    dayjs(last)
      .subtract(days - 1, 'day')
      .format('YYYY-MM-DD');
  const candidates = [
    { label: 'Last 30 days', from: back(30) },
    { label: 'Last 90 days', from: back(90) },
    { label: 'Last 12 months', from: dayjs(last).subtract(1, 'year').add(1, 'day').format('YYYY-MM-DD') },
    { label: `Year ${last.slice(0, 4)}`, from: `${last.slice(0, 4)}-01-01` },
  ];
  return [
    { label: 'All dates', range: { from: first, to: last } },
    ...candidates.filter(({ from }) => from > first).map(({ label, from }) => ({ label, range: { from, to: last } })),
  ];
}
