import { countryInText } from '../format/country-name.ts';
import { capitalised } from '../format/number-word.ts';

/** Amounts by country, largest first, of a whole: "The United Kingdom brings 82% of revenue, the Netherlands 3%". Null without a positive whole. */
export function countryFinding(
  rows: readonly { name: string; value: number }[],
  total: number,
  measure: string,
  percent: (share: number) => string,
): string | null {
  const [first, second] = rows;
  if (first === undefined || total <= 0 || rows.some(({ value }) => value < 0)) return null;
  const verb = measure === 'customers' ? 'has' : 'brings';
  const name = capitalised(countryInText(first.name));
  const lead = `${name} ${verb} ${percent(first.value / total)} of ${measure}`;
  if (second === undefined || second.value === 0) return lead;
  return `${lead}, ${countryInText(second.name)} ${percent(second.value / total)}`;
}
