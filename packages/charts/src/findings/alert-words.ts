import type { Alert, Driver, Grain, Series, SeriesMeasure } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import { longMonth } from './monthly-finding.ts';

/** What is said of a series: which measure by which step. */
export type SeriesKind = Pick<Series, 'grain' | 'measure'>;

/** A step by name: "9 Dec 2011", "the week of 5 Sep 2011", "November 2011". */
export function stepName(start: string, grain: Grain, { formats, text }: FigureContext): string {
  if (grain === 'month') return longMonth(start.slice(0, 7), formats);
  return grain === 'week' ? text('series.week', { date: formats.date(start) }) : formats.date(start);
}

/** A step within a sentence: "on 9 Dec 2011". */
export const stepWhen = (start: string, grain: Grain, context: FigureContext): string =>
  context.text('series.when', { grain, step: stepName(start, grain, context) });

/** True for amounts of money. */
export const isMoney = (measure: SeriesMeasure): boolean => measure === 'revenue' || measure === 'averageOrderValue';

/** A value of the measure in a table: "£184,349", "131". */
export const measureText = (value: number | null, measure: SeriesMeasure, { formats }: FigureContext): string =>
  isMoney(measure) ? formats.money(value) : formats.count(value);

/** The size of a difference in words: "£141k", "52 orders". */
export function amountText(difference: number, measure: SeriesMeasure, { formats, text }: FigureContext): string {
  const size = Math.abs(difference);
  if (measure === 'orders' || measure === 'customers') return text(`series.amount.${measure}`, { n: Math.round(size) });
  return formats.moneyShort(size);
}

export const sideOf = (difference: number): 'above' | 'below' => (difference < 0 ? 'below' : 'above');

/** What an alert was made of, in a line: "customer 16446: £168,470, usually £0; ...". Empty where nothing carries a tenth. */
export function driversText(drivers: readonly Driver[], { formats, text }: FigureContext): string {
  return drivers
    .map(({ kind, name, value, usual }) =>
      text('alerts.driver', { kind, name, value: formats.money(value), usual: formats.money(usual) }),
    )
    .join('; ');
}

/** The alert that is furthest from the expected. */
export const strongestAlert = (alerts: readonly Alert[]): Alert | undefined =>
  [...alerts].sort((left, right) => Math.abs(right.difference) - Math.abs(left.difference))[0];
