import type { FigureContext } from '../figure.ts';
import { segmentName } from '../figures/segment-name.ts';
import type { FindingsInput, RankedFinding } from './finding.ts';
import { shareOfCustomers } from './one-in.ts';

/** Share of revenue less share of customers from which a segment carries the business. */
const carries = 0.15;
/** Fewest customers and least share of revenue for a list of the overdue. */
const fewestOverdue = 10;
const leastOverdueShare = 0.02;
/** A segment is quiet where its share of revenue is below this part of its share of customers. */
const quiet = 0.5;
const leastQuietShare = 0.2;

/** "719 Champions" */
const customersOf = (segment: number, customers: number, context: FigureContext): string =>
  context.text('finding.segmentCustomers', {
    customers: context.formats.count(customers),
    segment: segmentName(segment, context),
  });

/** The segment whose share of revenue outruns its share of customers most. */
export function carryingSegment({ overview }: FindingsInput, context: FigureContext): RankedFinding | null {
  const { formats, text } = context;
  const segments = overview.segmentTotals.filter(({ id }) => id >= 0);
  const { customers, revenue } = overview.kpis;
  if (segments.length < 2 || customers === 0 || revenue <= 0 || segments.some((segment) => segment.revenue < 0))
    return null;
  const gain = (segment: (typeof segments)[number]) => segment.revenue / revenue - segment.customers / customers;
  const best = segments.reduce((leader, segment) => (gain(segment) > gain(leader) ? segment : leader));
  if (gain(best) < carries || best.customers === 0) return null;
  const strong = customersOf(best.id, best.customers, context);
  const part = shareOfCustomers(best.customers / customers, context);
  return {
    id: 'carrying-segment',
    value: formats.share(best.revenue / revenue),
    sentence: text('finding.carrying-segment', { strong, part }),
    strong,
    link: { label: text('finding.seeSegment'), screen: 'segments', filters: { segments: [best.id] } },
    weight: 0.5 + gain(best) / 2,
  };
}

/** The segment with the most revenue from customers whose silence is longer than their own usual gap; needs every customer among the points. */
export function overdueSegment({ overview }: FindingsInput, context: FigureContext): RankedFinding | null {
  const { formats, text } = context;
  const { points, kpis } = overview;
  const { recency, daysBetweenOrders: gap, monetary, frequency } = points.features;
  if (recency === undefined || gap === undefined || monetary === undefined || frequency === undefined) return null;
  if (points.shown !== points.total || kpis.revenue <= 0) return null;
  const bySegment = new Map<number, { customers: number; revenue: number }>();
  points.segments.forEach((segment, index) => {
    const [silence, usual, amount] = [recency[index] ?? null, gap[index] ?? null, monetary[index] ?? null];
    if (segment < 0 || silence === null || usual === null || amount === null || usual <= 0) return;
    // Two gaps at least: one gap is no habit.
    if ((frequency[index] ?? 0) < 3 || silence <= usual) return;
    const sums = bySegment.get(segment) ?? { customers: 0, revenue: 0 };
    sums.customers += 1;
    sums.revenue += amount;
    bySegment.set(segment, sums);
  });
  const [first] = [...bySegment].sort(([, left], [, right]) => right.revenue - left.revenue);
  if (first === undefined) return null;
  const [segment, { customers, revenue }] = first;
  const share = revenue / kpis.revenue;
  if (customers < fewestOverdue || share < leastOverdueShare || share > 1) return null;
  const strong = customersOf(segment, customers, context);
  return {
    id: 'overdue-segment',
    value: formats.money(revenue),
    sentence: text('finding.overdue-segment', { strong }),
    strong,
    link: { label: text('finding.seeCustomers'), screen: 'customers', filters: { segments: [segment] } },
    weight: 0.45 + share / 2,
  };
}

/** The segment with the most customers, where they bring less than half of what their number would. */
export function quietSegment({ overview }: FindingsInput, context: FigureContext): RankedFinding | null {
  const { formats, text } = context;
  const segments = overview.segmentTotals.filter(({ id, customers }) => id >= 0 && customers > 0);
  const { customers, revenue } = overview.kpis;
  if (segments.length < 2 || revenue <= 0 || segments.some((segment) => segment.revenue < 0)) return null;
  const most = segments.reduce((leader, segment) => (segment.customers > leader.customers ? segment : leader));
  const share = most.customers / customers;
  const revenueShare = most.revenue / revenue;
  if (share < leastQuietShare || revenueShare >= quiet * share) return null;
  const strong = customersOf(most.id, most.customers, context);
  return {
    id: 'quiet-segment',
    value: formats.share(share),
    sentence: text('finding.quiet-segment', { strong, share: formats.share(revenueShare) }),
    strong,
    link: { label: text('finding.seeSegment'), screen: 'segments', filters: { segments: [most.id] } },
    weight: 0.1 + (share - revenueShare) / 2,
  };
}

/** The largest segment, where there is no money to speak of. */
export function largestSegment({ overview }: FindingsInput, context: FigureContext): RankedFinding | null {
  const { formats, text } = context;
  const segments = overview.segmentTotals.filter(({ id, customers }) => id >= 0 && customers > 0);
  const { customers, revenue } = overview.kpis;
  if (segments.length < 2 || revenue !== 0) return null;
  const best = segments.reduce((leader, segment) => (segment.customers > leader.customers ? segment : leader));
  const share = best.customers / customers;
  if (share * segments.length < 1.5) return null;
  const strong = segmentName(best.id, context);
  return {
    id: 'largest-segment',
    value: formats.share(share),
    sentence: text('finding.largest-segment', {
      strong,
      customers: formats.count(best.customers),
      all: formats.count(customers),
    }),
    strong,
    link: { label: text('finding.seeSegment'), screen: 'segments', filters: { segments: [best.id] } },
    weight: 0.3 + share / 3,
  };
}
