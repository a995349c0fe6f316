import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { sharesFinding } from '../findings/shares-finding.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { type StackRow, segmentStacks, segmentStacksHeight } from '../theme/segment-stacks.ts';
import { segmentName } from './segment-name.ts';

/** One segment's part, or with id -1 that of the customers in none; revenue null where the data hold no money. */
export interface SegmentPart {
  id: number;
  customers: number;
  revenue: number | null;
}

/** Share of customers and of revenue in each segment. */
export function segmentSharesFigure(segments: readonly SegmentPart[], context: FigureContext): Figure {
  const { formats, text } = context;
  // Customers in no segment come last.
  const place = ({ id }: SegmentPart) => (id < 0 ? Number.POSITIVE_INFINITY : id);
  const sorted = [...segments].sort((left, right) => place(left) - place(right));
  const names = sorted.map(({ id }) => segmentName(id, context));
  const customers = sorted.reduce((sum, segment) => sum + segment.customers, 0);
  const revenue = sorted.reduce((sum, segment) => sum + (segment.revenue ?? 0), 0);
  const hasRevenue = revenue > 0 && sorted.every((segment) => segment.revenue !== null && segment.revenue >= 0);
  const share = (value: number, total: number) => (total > 0 ? value / total : 0);
  const parts = sorted.map((segment, index) => ({
    name: names[index] ?? '',
    customers: share(segment.customers, customers),
    revenue: hasRevenue ? share(segment.revenue ?? 0, revenue) : null,
  }));
  const named = parts.filter((_, index) => (sorted[index]?.id ?? -1) >= 0);
  const rows: StackRow[] = [
    { name: text('common.customers'), shares: parts.map((part) => part.customers) },
    ...(hasRevenue ? [{ name: text('common.revenue'), shares: parts.map((part) => part.revenue ?? 0) }] : []),
  ];

  const option = (drawing: Drawing): EChartsOption =>
    segmentStacks(
      rows,
      sorted.map(({ id }, index) => ({ id, name: names[index] ?? '' })),
      drawing,
      (index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return {
          title: row.name,
          rows: sorted.map((segment, at) => [
            names[at] ?? '',
            `${index === 0 ? formats.count(segment.customers) : formats.money(segment.revenue)} (${formats.share(row.shares[at] ?? 0)})`,
          ]),
        };
      },
      (value) => formats.count(value * 100),
    );

  return {
    id: 'segment-shares',
    title: sharesFinding(named, context) ?? text('segment-shares.titlePlain'),
    subtitle: text(hasRevenue ? 'segment-shares.subtitle' : 'breakdown.subtitle'),
    option: customers === 0 ? null : option,
    renderer: 'svg',
    height: segmentStacksHeight(rows.length, names),
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        numberColumn('customers', text('common.customers')),
        numberColumn('customerShare', text('segment-size-revenue.customerShare')),
        ...(hasRevenue
          ? [
              numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
              numberColumn('revenueShare', text('segment-size-revenue.revenueShare')),
            ]
          : []),
      ],
      rows: sorted.map((segment, index) => ({
        segment: cell(names[index] ?? ''),
        customers: cell(segment.customers, formats.count(segment.customers)),
        customerShare: cell(parts[index]?.customers ?? null, formats.share(parts[index]?.customers ?? null)),
        revenue: cell(segment.revenue, formats.money(segment.revenue)),
        revenueShare: cell(parts[index]?.revenue ?? null, formats.share(parts[index]?.revenue ?? null)),
      })),
    },
  };
}

export const segmentShares = defineFigure({
  id: 'segment-shares',
  name: 'segment-shares.name',
  help: 'segment-shares.help',
  screen: 'segments',
  needs: ['segmentStatistics'],
  make({ segmentStatistics }, setting) {
    const parts = segmentStatistics.flatMap(({ segment, customers, revenue }) =>
      segment === null ? [] : [{ id: segment, customers, revenue }],
    );
    return parts.length === 0 ? null : segmentSharesFigure(parts, setting);
  },
});
