import type { Cohorts } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';

/** The month after the first order in which enough cohorts can be compared. */
const after = 1;
const fewestCohorts = 3;
const fewestCustomers = 30;

/** Of all customers whose next month is over, how many came back in it; null for too few cohorts. */
export function cohortFinding(
  { cohorts, isLastMonthFinished }: Cohorts,
  { formats, text }: FigureContext,
): string | null {
  const known = cohorts.filter(
    ({ active }) => typeof active[after] === 'number' && (isLastMonthFinished || active.length > after + 1),
  );
  const customers = known.reduce((sum, cohort) => sum + cohort.customers, 0);
  const back = known.reduce((sum, { active }) => sum + (active[after] ?? 0), 0);
  if (known.length < fewestCohorts || customers < fewestCustomers) return null;
  return text('cohort-retention.title', { share: formats.share(back / customers, 0) });
}
