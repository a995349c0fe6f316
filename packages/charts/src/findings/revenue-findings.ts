import type { FigureContext } from '../figure.ts';
import { countryInText } from '../format/country-name.ts';
import { inWords } from '../format/in-words.ts';
import type { FindingsInput, RankedFinding } from './finding.ts';
import { centreOf, distanceOf, longMonth } from './monthly-finding.ts';
import { unusualMonths } from './unusual-months.ts';

/** The most unusual finished month. */
export function unusualMonth({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  const found = unusualMonths(overview.months, 'revenue');
  const month = overview.months[found?.unusual[0] ?? -1];
  if (found === null || month === undefined) return null;
  const distance = distanceOf(month, 'revenue');
  const strong = longMonth(month.month, formats);
  const lastDay = String(month.daysInMonth).padStart(2, '0');
  return {
    id: 'unusual-month',
    value: formats.moneyShort(Math.abs(distance)),
    sentence: text('finding.unusual-month', { side: distance < 0 ? 'below' : 'above', from: centreOf(found), strong }),
    strong,
    link: {
      label: text('finding.seeMonth', { month: formats.month(month.month) }),
      screen: 'overview',
      filters: { from: `${month.month}-01`, to: `${month.month}-${lastDay}` },
    },
    weight: 0.4 + Math.min(0.25, overview.kpis.revenue > 0 ? Math.abs(distance) / overview.kpis.revenue : 0),
  };
}

/** How much the listed top customers bring, where they are a small part of all. */
export function topShare({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  const { topCustomers, kpis } = overview;
  const sum = topCustomers.reduce((total, { revenue }) => total + revenue, 0);
  const share = sum / kpis.revenue;
  if (topCustomers.length === 0 || kpis.revenue <= 0 || !(share >= 0.1 && share <= 1)) return null;
  if (kpis.customers < 10 * topCustomers.length) return null;
  const n = topCustomers.length;
  const strong = text('finding.topCustomers', { n, words: inWords(n, { formats, text }) });
  return {
    id: 'top-share',
    value: formats.share(share),
    sentence: text('finding.top-share', { strong, all: formats.count(kpis.customers) }),
    strong,
    link: { label: text('finding.seeCustomers'), screen: 'customers', filters: {} },
    weight: 0.3 + share / 2,
  };
}

/** One country with most of the revenue. */
export function leadingCountry({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  const { countries } = overview;
  const total = countries.reduce((sum, { revenue }) => sum + revenue, 0);
  const first = countries.reduce<(typeof countries)[number] | null>(
    (leader, country) => (leader === null || country.revenue > leader.revenue ? country : leader),
    null,
  );
  if (first === null || countries.length < 3 || total <= 0 || countries.some(({ revenue }) => revenue < 0)) return null;
  const share = first.revenue / total;
  if (share < 0.6) return null;
  const strong = countryInText(first.name, formats.locale);
  return {
    id: 'leading-country',
    value: formats.share(share),
    sentence: text('finding.leading-country', { strong, others: inWords(countries.length - 1, { formats, text }) }),
    strong,
    link: { label: text('finding.seeCountry'), screen: 'overview', filters: { countries: [first.name] } },
    weight: 0.15 + share / 4,
  };
}

/** Many customers with one order only. */
export function oneTimers({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  const { customers, oneTimeCustomers, orders } = overview.kpis;
  const { from, to } = overview.filters;
  if (customers < 10 || orders === 0) return null;
  const share = oneTimeCustomers / customers;
  if (share < 0.3) return null;
  const strong = formats.count(oneTimeCustomers);
  return {
    id: 'one-timers',
    value: formats.share(share),
    sentence: text('finding.one-timers', {
      dates: from === undefined && to === undefined ? 'all' : 'some',
      strong,
      all: formats.count(customers),
    }),
    strong,
    link: null,
    weight: 0.1 + share / 2,
  };
}

/** Orders that count although a cancellation followed, by the rule that is off. */
export function cancelledButCounted({ ledger }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  const entry = ledger?.off.find(({ rule }) => rule === 'cancelled-later');
  if (ledger === undefined || ledger === null || entry === undefined || ledger.kept.revenue <= 0) return null;
  const share = entry.revenue / ledger.kept.revenue;
  if (entry.rows === 0 || share < 0.01 || share > 1) return null;
  const strong = text('finding.lines', { n: entry.rows });
  return {
    id: 'cancelled-but-counted',
    value: formats.money(entry.revenue),
    sentence: text('finding.cancelled-but-counted', { strong }),
    strong,
    link: { label: text('finding.seeRule'), screen: 'data', filters: {} },
    weight: 0.4 + share,
  };
}
