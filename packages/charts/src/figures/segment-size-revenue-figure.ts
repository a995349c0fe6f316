import type { SegmentStatistics } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { revenueLead } from '../findings/revenue-lead.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { type Mark, rowMarks, rowMarksHeight } from '../theme/row-marks.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { segmentName } from './segment-name.ts';

/** Share of customers (ring) against share of revenue (dot) of each segment; customers alone where there is no money. */
export function segmentSizeRevenueFigure(statistics: readonly SegmentStatistics[], context: FigureContext): Figure {
  const { formats, text } = context;
  const segments = statistics.flatMap((entry) => (entry.segment === null ? [] : [{ ...entry, id: entry.segment }]));
  const customers = segments.reduce((sum, entry) => sum + entry.customers, 0);
  const revenue = segments.reduce((sum, entry) => sum + (entry.revenue ?? 0), 0);
  const hasRevenue = revenue > 0 && segments.every((entry) => entry.revenue !== null && entry.revenue >= 0);
  const rows = segments.map((entry) => ({
    name: segmentName(entry.id, context),
    segment: entry.id,
    count: entry.customers,
    money: entry.revenue,
    customers: customers > 0 ? entry.customers / customers : 0,
    revenue: hasRevenue ? (entry.revenue ?? 0) / revenue : null,
  }));
  const whole = (share: number) => formats.share(share, 0);
  const most = Math.max(0.01, ...rows.map((row) => Math.max(row.customers, row.revenue ?? 0)));

  function title(): string {
    const named = rows.filter(({ segment }) => segment >= 0);
    const lead = revenueLead(named);
    if (lead !== null) {
      const [share, ofRevenue] = [whole(lead.customers), whole(lead.revenue)];
      return text('segment-size-revenue.title', { segment: lead.name, customers: share, revenue: ofRevenue });
    }
    const [first, second] = [...named].sort((left, right) => right.count - left.count);
    return hasRevenue || first === undefined || first.count === second?.count
      ? text('segment-size-revenue.name')
      : text('segment-size-revenue.titleCustomers', { segment: first.name, customers: whole(first.customers) });
  }

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((tick) => tick <= most * 1.05);
    return rowMarks(
      rows,
      [
        {
          texts: rows.map((row) =>
            row.revenue === null ? whole(row.customers) : `${whole(row.customers)} \u2192 ${whole(row.revenue)}`,
          ),
          min: -most * 0.04,
          max: most * 1.06,
          axis: { ticks: ticks.length > 1 ? ticks : [0, most], written: (value) => whole(value) },
          marks(index, at, y): Mark[] {
            const row = rows[index];
            if (row === undefined) return [];
            const { color } = segmentMark(row.segment, drawing.scheme);
            const [from, to] = [at(row.revenue === null ? 0 : row.customers), at(row.revenue ?? row.customers)];
            const own: Mark[] = [
              {
                type: 'line',
                shape: { x1: from, y1: y, x2: to, y2: y },
                style: { stroke: color, lineWidth: 3, opacity: 0.5 },
              },
            ];
            if (row.revenue !== null) {
              own.push({
                type: 'circle',
                shape: { cx: from, cy: y, r: 5 },
                style: { fill: colors.page, stroke: color, lineWidth: 2 },
              });
            }
            own.push({ type: 'circle', shape: { cx: to, cy: y, r: 6 }, style: { fill: color } });
            return own;
          },
        },
      ],
      drawing,
      (index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return {
          title: row.name,
          rows: [
            [text('common.customers'), `${formats.count(row.count)} (${formats.share(row.customers)})`],
            ...(row.revenue === null
              ? []
              : [[text('common.revenue'), `${formats.money(row.money)} (${formats.share(row.revenue)})`] as const]),
          ],
        };
      },
    );
  };

  return {
    id: 'segment-size-revenue',
    title: title(),
    subtitle: text(hasRevenue ? 'segment-size-revenue.subtitle' : 'segment-size-revenue.subtitleCustomers'),
    option,
    renderer: 'svg',
    height: rowMarksHeight(rows.length, { hasAxis: true }),
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
      rows: rows.map((row) => ({
        segment: cell(row.name),
        customers: cell(row.count, formats.count(row.count)),
        customerShare: cell(row.customers, formats.share(row.customers)),
        revenue: cell(row.money, formats.money(row.money)),
        revenueShare: cell(row.revenue, formats.share(row.revenue)),
      })),
    },
  };
}

export const segmentSizeRevenue = defineFigure({
  id: 'segment-size-revenue',
  name: 'segment-size-revenue.name',
  help: 'segment-size-revenue.help',
  screen: 'segments',
  needs: ['segmentStatistics'],
  make: ({ segmentStatistics }, setting) =>
    segmentStatistics.some(({ segment, customers }) => segment !== null && customers > 0)
      ? segmentSizeRevenueFigure(segmentStatistics, setting)
      : null,
});
