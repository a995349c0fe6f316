import { dateOf, monthStart } from '../../features/calendar.ts';
import { numberOf } from '../read-parts.ts';
import { firstDays } from './time-views.ts';
import type { View } from './view.ts';

const mostCohorts = 36;
const monthOf = (day: string) => `strftime(${day}, '%Y-%m')`;

/** Customers by the month of their first order, and how many of them ordered in each month since. */
export const cohortsView: View<'cohorts'> = {
  read(context) {
    context.shared.set('cohort_firsts', firstDays(context).replace('firsts as', 'cohort_firsts as materialized'));
    return {
      parts: {
        sizes: {
          sql: `select ${monthOf('first_day')} as cohort, count(*) as customers from cohort_firsts
            where first_day is not null group by 1`,
          order: 'r.cohort',
        },
        active: {
          sql: `select ${monthOf('f.first_day')} as cohort, ${monthOf('month')} as month, count(distinct customer_key) as customers
            from visits join cohort_firsts f using (customer_key)
            where month is not null and f.first_day is not null group by all`,
        },
      },
    };
  },
  shape({ sizes = [], active = [] }, { period }) {
    if (period === null) return { cohorts: [], isLastMonthFinished: true };
    const [first, last] = [monthStart(period.first), monthStart(period.last)];
    const found = new Map(active.map((row) => [`${row.cohort} ${row.month}`, numberOf(row, 'customers')]));
    const cohorts = sizes
      .filter(({ cohort }) => String(cohort) <= dateOf(last).slice(0, 7))
      .slice(-mostCohorts)
      .map((row) => {
        const month = String(row.cohort);
        const counts: (number | null)[] = [];
        for (let at = startOf(month); at <= last; at = monthStart(at, 1))
          counts.push(at < first ? null : (found.get(`${month} ${dateOf(at).slice(0, 7)}`) ?? 0));
        return { month, customers: numberOf(row, 'customers'), active: counts };
      });
    return { cohorts, isLastMonthFinished: monthStart(last, 1) - 1 === period.last };
  },
};

const dayMs = 86_400_000;
const startOf = (month: string): number => Date.parse(`${month}-01T00:00:00Z`) / dayMs;
