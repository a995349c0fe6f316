import { type DayOrder, readTime } from './time-text.ts';

/** Day and month in the order that reads more cells, then the one under which the file is more in order of time. */
export function chooseDayOrder(texts: readonly string[]): DayOrder {
  const read = (order: DayOrder) => texts.map((text) => readTime(text, order)).filter((time) => time !== null);
  const [dmy, mdy] = [read('dmy'), read('mdy')];
  if (dmy.length !== mdy.length) return dmy.length > mdy.length ? 'dmy' : 'mdy';
  const steps = (times: number[]) => times.filter((time, i) => i > 0 && time < (times[i - 1] as number)).length;
  const [dmySteps, mdySteps] = [steps(dmy), steps(mdy)];
  if (dmySteps !== mdySteps) return dmySteps < mdySteps ? 'dmy' : 'mdy';
  return texts.some((text) => /^\s*\d{1,2}\//.test(text)) ? 'mdy' : 'dmy';
}
