import type { Grain } from '@clientele/contracts';
import { monthStart } from '../features/calendar.ts';
import type { Period } from './compare-periods.ts';

/** More steps than this come from a wrong year in the data, or cannot be told apart on a screen: the latest stand. */
const mostSteps = 5000;

/** A step of time, in days since 1970. */
export interface Step {
  first: number;
  /** Included. */
  last: number;
  /** False where the period does not cover all of its days. */
  isFinished: boolean;
}

/** First day of the step that a day lies in. */
function stepStart(day: number, grain: Grain): number {
  if (grain === 'month') return monthStart(day);
  // The first Monday after 1 January 1970 is day 4.
  return grain === 'week' ? day - ((((day - 4) % 7) + 7) % 7) : day;
}

/** All steps of a period, none left out; at most the latest 5,000. */
export function seriesSteps(period: Period, grain: Grain): Step[] {
  const steps: Step[] = [];
  const after = (first: number) => (grain === 'month' ? monthStart(first, 1) : first + (grain === 'week' ? 7 : 1));
  for (let first = stepStart(period.first, grain); first <= period.last; first = after(first)) {
    const last = after(first) - 1;
    steps.push({ first, last, isFinished: first >= period.first && last <= period.last });
  }
  return steps.slice(-mostSteps);
}
