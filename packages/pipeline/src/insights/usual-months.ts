import type { Band, Month } from '@clientele/contracts';
import type { FilledMonth } from './fill-months.ts';
import { seriesExpectations } from './series-expectations.ts';

/** As `series` is asked where nothing else is said. */
const rule = { grain: 'month', rule: 'seasonal', window: 6, deviations: 3 } as const;

/** The months, in order of time, with what was to be expected of each by the rule of `series`. Where months are left out it is nothing: no season holds. */
export function usualMonths(months: readonly FilledMonth[]): Month[] {
  const [first, last] = [months[0], months.at(-1)];
  const isWhole = first !== undefined && last !== undefined && placeOf(last) - placeOf(first) + 1 === months.length;
  const nothing = months.map(() => null);
  const revenue = isWhole ? bandsOf(months, (month) => month.revenue) : nothing;
  const customers = isWhole ? bandsOf(months, (month) => month.customers) : nothing;
  return months.map((month, i) => ({
    ...month,
    usual: { revenue: revenue[i] ?? null, customers: customers[i] ?? null },
  }));
}

/** In months, so that neighbours are one apart. */
const placeOf = ({ month }: FilledMonth): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));

function bandsOf(months: readonly FilledMonth[], of: (month: FilledMonth) => number): (Band | null)[] {
  const values = Float64Array.from(months, (month) => (month.days >= month.daysInMonth ? of(month) : NaN));
  const { expected, low, high } = seriesExpectations(values, rule);
  return Array.from(expected, (value, i) =>
    Number.isNaN(value) ? null : { expected: value, low: low[i]!, high: high[i]! },
  );
}
