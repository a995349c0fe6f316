import { numberWord } from '../format/number-word.ts';

const tolerance = 0.05;

/** A share of customers in words: "one customer in six" where the share is within 5 % of that, "17% of customers" otherwise. */
export function shareOfCustomers(share: number, percent: (share: number) => string): string {
  const parts = Math.round(1 / share);
  const isNear = parts >= 2 && parts <= 12 && Math.abs(share * parts - 1) <= tolerance;
  return isNear ? `one customer in ${numberWord(parts, String)}` : `${percent(share)} of customers`;
}
