import type { FigureContext } from '../figure.ts';
import { capitalised } from '../format/capitalised.ts';
import { countryInText } from '../format/country-name.ts';

/** Amounts by country, largest first, of a whole: "The United Kingdom brings 82% of revenue, the Netherlands 3%". Null without a positive whole. */
export function countryFinding(
  rows: readonly { name: string; value: number }[],
  total: number,
  measure: 'revenue' | 'customers',
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): string | null {
  const [first, second] = rows;
  if (first === undefined || total <= 0 || rows.some(({ value }) => value < 0)) return null;
  const share = (value: number) => formats.share(value / total, 0);
  const lead = { country: capitalised(countryInText(first.name, formats.locale)), share: share(first.value) };
  if (second === undefined || second.value === 0) return text(`world-map.title.${measure}`, lead);
  return text(`world-map.title.${measure}Two`, {
    ...lead,
    second: countryInText(second.name, formats.locale),
    secondShare: share(second.value),
  });
}
