import type { FigureContext } from '../figure.ts';
import { countryInText } from '../format/country-name.ts';
import { numberWord } from '../format/number-word.ts';
import type { FindingsInput, RankedFinding } from './finding.ts';
import { longMonth } from './monthly-finding.ts';
import { usualMonths } from './usual-months.ts';

/** The most unusual finished month. */
export function unusualMonth({ overview }: FindingsInput, { formats }: FigureContext): RankedFinding | null {
  const usual = usualMonths(overview.months, ({ revenue }) => revenue);
  const month = overview.months[usual?.unusual[0] ?? -1];
  if (usual === null || month === undefined) return null;
  const distance = month.revenue - usual.median;
  const strong = longMonth(month.month, formats);
  const lastDay = String(month.daysInMonth).padStart(2, '0');
  return {
    id: 'unusual-month',
    value: formats.moneyShort(Math.abs(distance)),
    sentence: `${distance < 0 ? 'below' : 'above'} the median month in ${strong}, outside the usual range.`,
    strong,
    link: {
      label: `See ${formats.month(month.month)}`,
      screen: 'overview',
      filters: { from: `${month.month}-01`, to: `${month.month}-${lastDay}` },
    },
    weight: 0.4 + Math.min(0.25, overview.kpis.revenue > 0 ? Math.abs(distance) / overview.kpis.revenue : 0),
  };
}

/** How much the listed top customers bring, where they are a small part of all. */
export function topShare({ overview }: FindingsInput, { formats }: FigureContext): RankedFinding | null {
  const { topCustomers, kpis } = overview;
  const sum = topCustomers.reduce((total, { revenue }) => total + revenue, 0);
  const share = sum / kpis.revenue;
  if (topCustomers.length === 0 || kpis.revenue <= 0 || !(share >= 0.1 && share <= 1)) return null;
  if (kpis.customers < 10 * topCustomers.length) return null;
  const strong = `${numberWord(topCustomers.length, formats.count)} ${topCustomers.length === 1 ? 'customer' : 'customers'}`;
  return {
    id: 'top-share',
    value: formats.share(share),
    sentence: `of revenue comes from ${strong} of ${formats.count(kpis.customers)}.`,
    strong,
    link: { label: 'See customers', screen: 'customers', filters: {} },
    weight: 0.3 + share / 2,
  };
}

/** One country with most of the revenue. */
export function leadingCountry({ overview }: FindingsInput, { formats }: FigureContext): RankedFinding | null {
  const { countries } = overview;
  const total = countries.reduce((sum, { revenue }) => sum + revenue, 0);
  const first = countries.reduce<(typeof countries)[number] | null>(
    (leader, country) => (leader === null || country.revenue > leader.revenue ? country : leader),
    null,
  );
  if (first === null || countries.length < 3 || total <= 0 || countries.some(({ revenue }) => revenue < 0)) return null;
  const share = first.revenue / total;
  if (share < 0.6) return null;
  const strong = countryInText(first.name);
  return {
    id: 'leading-country',
    value: formats.share(share),
    sentence: `of revenue is from ${strong}; ${numberWord(countries.length - 1, formats.count)} other countries share the rest.`,
    strong,
    link: { label: 'See country', screen: 'overview', filters: { countries: [first.name] } },
    weight: 0.15 + share / 4,
  };
}

/** Many customers with one order only. */
export function oneTimers({ overview }: FindingsInput, { formats }: FigureContext): RankedFinding | null {
  const { customers, oneTimeCustomers, orders } = overview.kpis;
  const { from, to } = overview.filters;
  if (customers < 10 || orders === 0) return null;
  const share = oneTimeCustomers / customers;
  if (share < 0.3) return null;
  const strong = formats.count(oneTimeCustomers);
  return {
    id: 'one-timers',
    value: formats.share(share),
    sentence: `of customers ordered only once${from === undefined && to === undefined ? '' : ' in these dates'}: ${strong} of ${formats.count(customers)}.`,
    strong,
    link: null,
    weight: 0.1 + share / 2,
  };
}

/** Orders that count although a cancellation followed, by the rule that is off. */
export function cancelledButCounted({ ledger }: FindingsInput, { formats }: FigureContext): RankedFinding | null {
  const entry = ledger?.off.find(({ rule }) => rule === 'cancelled-later');
  if (ledger === undefined || ledger === null || entry === undefined || ledger.kept.revenue <= 0) return null;
  const share = entry.revenue / ledger.kept.revenue;
  if (entry.rows === 0 || share < 0.01 || share > 1) return null;
  const strong = `${formats.count(entry.rows)} ${entry.rows === 1 ? 'line' : 'lines'}`;
  return {
    id: 'cancelled-but-counted',
    value: formats.money(entry.revenue),
    sentence: `still counts though cancelled later: ${strong}.`,
    strong,
    link: { label: 'See the rule', screen: 'data', filters: {} },
    weight: 0.4 + share,
  };
}
