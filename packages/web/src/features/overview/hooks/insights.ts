import type { Formats } from '@clientele/charts';
import type { Overview } from '@clientele/contracts';

/** One true sentence about the data: a number, and what it says. */
export interface Insight {
  id: 'segment' | 'sleepers' | 'month' | 'once' | 'top';
  figure: string;
  /** Text in parts; strong ones name whom or what. */
  parts: readonly { text: string; isStrong?: boolean }[];
  /** Segment to look at, where there is one. */
  segment?: number;
}

const fractions = [
  '',
  '',
  'one customer in two',
  'one customer in three',
  'one customer in four',
  'one customer in five',
  'one customer in six',
  'one customer in seven',
  'one customer in eight',
  'one customer in nine',
  'one customer in ten',
];

function fraction(share: number, formats: Formats): string {
  const whole = Math.round(1 / share);
  const near = Math.abs(1 / whole / share - 1) < 0.08 ? fractions[whole] : undefined;
  return near ?? `${formats.share(share, 0)} of customers`;
}

function segmentInsights({ segments }: Overview, names: readonly string[], formats: Formats): Insight[] {
  const revenue = segments.reduce((sum, one) => sum + one.revenue, 0);
  const customers = segments.reduce((sum, one) => sum + one.customers, 0);
  const filled = segments.filter((one) => one.customers > 0);
  if (revenue <= 0 || customers === 0 || filled.length < 2) return [];
  const found: Insight[] = [];
  const name = (id: number) => names[id] ?? `Segment ${id + 1}`;
  const best = filled.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  if (best.revenue / revenue > 1.5 * (best.customers / customers)) {
    found.push({
      id: 'segment',
      figure: formats.share(best.revenue / revenue),
      parts: [
        { text: 'of revenue comes from ' },
        { text: `${formats.count(best.customers)} ${name(best.id)}`, isStrong: true },
        { text: `, ${fraction(best.customers / customers, formats)}.` },
      ],
      segment: best.id,
    });
  }
  const many = filled.reduce((a, b) => (b.customers > a.customers ? b : a));
  if (many.id !== best.id && many.revenue / revenue < 0.5 * (many.customers / customers)) {
    found.push({
      id: 'sleepers',
      figure: formats.share(many.customers / customers),
      parts: [
        { text: 'of customers, the ' },
        { text: `${formats.count(many.customers)} ${name(many.id)}`, isStrong: true },
        { text: `, bring ${formats.share(many.revenue / revenue)} of revenue.` },
      ],
      segment: many.id,
    });
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? 0) + (sorted[Math.ceil(last / 2)] ?? 0)) / 2;
}

/** A month this many median deviations above the median stands out; the figure of the months draws the same band. */
const unusual = 3;

function monthInsight({ months }: Overview, formats: Formats): Insight[] {
  const finished = months.filter(({ days, daysInMonth }) => days === daysInMonth);
  const middle = median(finished.map(({ revenue }) => revenue));
  if (finished.length < 6 || middle <= 0) return [];
  const spread = median(finished.map(({ revenue }) => Math.abs(revenue - middle)));
  const best = finished.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  if (best.revenue <= middle + unusual * spread) return [];
  return [
    {
      id: 'month',
      figure: formats.moneyShort(best.revenue - middle),
      parts: [
        { text: 'above the median month: ' },
        { text: formats.month(best.month, true), isStrong: true },
        { text: ` brought ${formats.moneyShort(best.revenue)}, the most of ${formats.count(finished.length)} months.` },
      ],
    },
  ];
}

function onceInsight({ kpis, filters }: Overview, formats: Formats): Insight[] {
  const { customers, oneTimeCustomers } = kpis;
  if (customers === 0 || oneTimeCustomers === 0 || oneTimeCustomers / customers < 0.2) return [];
  return [
    {
      id: 'once',
      figure: formats.share(oneTimeCustomers / customers),
      parts: [
        { text: 'of customers, ' },
        { text: formats.count(oneTimeCustomers), isStrong: true },
        {
          text: `, have ordered only once${filters.from === undefined && filters.to === undefined ? ' so far' : ' in these dates'}.`,
        },
      ],
    },
  ];
}

function topInsight({ topCustomers, kpis }: Overview, formats: Formats): Insight[] {
  const sum = topCustomers.reduce((total, { revenue }) => total + revenue, 0);
  const share = kpis.revenue > 0 ? sum / kpis.revenue : 0;
  if (share < 0.1 || topCustomers.length >= kpis.customers / 5) return [];
  return [
    {
      id: 'top',
      figure: formats.moneyShort(sum),
      parts: [
        { text: 'comes from ' },
        { text: `${formats.count(topCustomers.length)} customers`, isStrong: true },
        { text: `, ${formats.share(share)} of revenue.` },
      ],
    },
  ];
}

const most = 3;

/** What stands out, strongest kinds first; a finding is there only where its numbers are far from even. */
export function insights(overview: Overview, names: readonly string[], formats: Formats): Insight[] {
  return [
    ...segmentInsights(overview, names, formats),
    ...onceInsight(overview, formats),
    ...topInsight(overview, formats),
    ...monthInsight(overview, formats),
  ].slice(0, most);
}
