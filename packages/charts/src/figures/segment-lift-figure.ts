import type { SegmentProducts } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { shortened } from '../theme/chart-parts.ts';
import { niceTicks } from '../theme/nice-ticks.ts';
import { type Mark, rowMarks, rowMarksHeight } from '../theme/row-marks.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { chosenSegment } from './chosen-segment.ts';
import { productName } from './product-name.ts';
import { segmentName } from './segment-name.ts';

const mostRows = 10;
const titleName = 220;

/** What a segment buys more often than others: how many times the share of all customers, as a dot from 1. */
export function segmentLiftFigure({ segment, unusual }: SegmentProducts, context: FigureContext): Figure {
  const { formats, text } = context;
  const drawn = unusual.slice(0, mostRows);
  const first = drawn[0];
  const name = segmentName(segment, context);
  const most = Math.max(2, ...drawn.map(({ lift }) => lift));
  const times = (lift: number) => `\u00D7${lift >= 10 ? formats.count(lift) : formats.fixed(lift, 1)}`;

  const option = (drawing: Drawing): EChartsOption =>
    rowMarks(
      drawn.map((product) => ({ name: productName(product) })),
      [
        {
          texts: drawn.map(({ lift }) => times(lift)),
          min: 1,
          max: 1 + (most - 1) * 1.05,
          axis: {
            ticks: [1, ...niceTicks(1, most, 3).filter((tick) => tick > 1)],
            written: (value) => `\u00D7${formats.number(value)}`,
          },
          marks(index, at, y): Mark[] {
            const product = drawn[index];
            if (product === undefined) return [];
            const { color } = segmentMark(segment, drawing.scheme);
            return [
              {
                type: 'line',
                shape: { x1: at(1), y1: y, x2: at(Math.max(1, product.lift)), y2: y },
                style: { stroke: color, lineWidth: 2.5 },
              },
              { type: 'circle', shape: { cx: at(Math.max(1, product.lift)), cy: y, r: 5 }, style: { fill: color } },
            ];
          },
        },
      ],
      drawing,
      (index) => {
        const product = drawn[index];
        if (product === undefined) return null;
        return {
          title: productName(product),
          rows: [
            [text('segment-products.lift'), times(product.lift)],
            [text('segment-lift.buyers'), formats.count(product.customers)],
            [text('common.orders'), formats.count(product.orders)],
            [text('common.revenue'), formats.money(product.revenue)],
          ],
        };
      },
    );

  return {
    id: 'segment-lift',
    title:
      first === undefined
        ? text('segment-lift.name')
        : text('segment-lift.title', {
            segment: name,
            product: shortened(productName(first), titleName),
            times: formats.fixed(first.lift, 1),
          }),
    subtitle: text('segment-lift.subtitle', { segment: name }),
    option,
    renderer: 'svg',
    height: rowMarksHeight(drawn.length, { hasAxis: true }),
    table: {
      columns: [
        textColumn('product', text('segment-products.product')),
        textColumn('description', text('segment-products.description')),
        numberColumn('lift', text('segment-products.lift')),
        numberColumn('customers', text('segment-lift.buyers')),
        numberColumn('orders', text('common.orders')),
        numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
      ],
      rows: unusual.map((product) => ({
        product: cell(product.product),
        description: cell(product.description),
        lift: cell(product.lift, formats.fixed(product.lift, 2)),
        customers: cell(product.customers, formats.count(product.customers)),
        orders: cell(product.orders, formats.count(product.orders)),
        revenue: cell(product.revenue, formats.money(product.revenue)),
      })),
    },
  };
}

/** `choices.segment`; left out, the first. Null where it buys nothing more often than chance explains. */
export const segmentLift = defineFigure({
  id: 'segment-lift',
  name: 'segment-lift.name',
  help: 'segment-lift.help',
  screen: 'segments',
  kind: 'orders',
  needs: ['segmentProducts'],
  make(sources, setting) {
    const products = chosenSegment(sources.segmentProducts, setting);
    return products === null || products.unusual.length === 0 ? null : segmentLiftFigure(products, setting);
  },
});
