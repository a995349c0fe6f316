import { scaleWord } from './compact-sign.ts';
import type { Formats } from './create-formats.ts';

export interface MoneyScale {
  divisor: number;
  /** "£ thousand"; "thousands" without a currency; empty where neither applies. */
  unit: string;
  /** An axis label: the amount divided. */
  label(amount: number): string;
}

/** The scale of a money axis, so that its labels stay short. */
export function moneyScale(largest: number, formats: Formats): MoneyScale {
  const divisor = largest >= 1e7 ? 1e6 : largest >= 1e4 ? 1e3 : 1;
  const unit = divisor === 1 ? formats.currencySign : scaleWord(divisor, formats.locale, formats.currency);
  return { divisor, unit, label: (amount) => formats.number(amount / divisor) };
}

/** A label with the unit behind a comma, where there is a unit: "Revenue, £". */
export const withUnit = (label: string, unit: string): string => (unit === '' ? label : `${label}, ${unit}`);
