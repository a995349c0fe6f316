import type { PreparedFeature } from '@clientele/contracts';
import { formatMoney, formatValue } from '../../preparation/format-value.ts';

/** An amount for a sentence, without pennies from 10 up: £91. */
export function sayMoney(value: number, currency: string | null): string {
  return formatMoney(Math.abs(value) >= 10 ? Math.round(value) : value, currency);
}

/** A feature's value for a sentence. */
export function sayValue(value: number, { unit }: PreparedFeature, currency: string | null): string {
  return unit === 'money' ? sayMoney(value, currency) : formatValue(value, unit, currency);
}
