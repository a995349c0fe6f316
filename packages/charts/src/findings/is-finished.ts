import type { Month } from '@clientele/contracts';

/** True where the data cover every day of the month. */
export const isFinished = (month: Pick<Month, 'days' | 'daysInMonth'>): boolean => month.days >= month.daysInMonth;
