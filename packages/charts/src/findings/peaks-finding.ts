import type { CountryMonths } from '@clientele/contracts';
import { median } from './median.ts';

const fewestMonths = 6;
/** Times the own median month from which a peak is told. */
const telling = 1.5;

export interface Peak {
  name: string;
  month: string;
}

/** The highest month of each country where it stands 1.5 times above the country's own median month; none below six months. */
export function peaks({ months, countries }: CountryMonths): Peak[] {
  if (months.length < fewestMonths) return [];
  return countries.flatMap(({ name, revenue }) => {
    const usual = median(revenue);
    const highest = Math.max(...revenue);
    const month = months[revenue.indexOf(highest)];
    return usual !== null && usual > 0 && highest >= telling * usual && month !== undefined ? [{ name, month }] : [];
  });
}
