import type { SegmentProducts } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { shortened } from '../theme/chart-parts.ts';
import { barMark, rowMarks, rowMarksHeight } from '../theme/row-marks.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { chosenSegment } from './chosen-segment.ts';
import { productName } from './product-name.ts';
import { segmentName } from './segment-name.ts';

const mostBars = 10;
/** Of a product's name in a title, in pixels. */
const titleName = 220;

/** What a segment spends most on; the table has every product that the view holds. */
export function segmentProductsFigure({ segment, top }: SegmentProducts, context: FigureContext): Figure {
  const { formats, text } = context;
  const drawn = top.slice(0, mostBars);
  const first = drawn[0];
  const name = segmentName(segment, context);
  const most = Math.max(0, ...drawn.map(({ revenue }) => revenue)) || 1;

  const option = (drawing: Drawing): EChartsOption =>
    rowMarks(
      drawn.map((product) => ({ name: productName(product) })),
      [
        {
          texts: drawn.map(({ revenue }) => formats.moneyShort(revenue)),
          min: 0,
          max: most,
          marks(index, at, y) {
            const product = drawn[index];
            return product === undefined
              ? []
              : [barMark(at(0), at(Math.max(0, product.revenue)), y, segmentMark(segment, drawing.scheme).color)];
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
            [text('common.revenue'), formats.money(product.revenue)],
            [text('common.customers'), formats.count(product.customers)],
            [text('common.orders'), formats.count(product.orders)],
            [text('segment-products.lift'), formats.number(product.lift)],
          ],
        };
      },
    );

  return {
    id: 'segment-products',
    title:
      first === undefined
        ? text('segment-products.name')
        : text('segment-products.title', { segment: name, product: shortened(productName(first), titleName) }),
    subtitle: withUnit(text('segment-products.subtitle', { segment: name }), formats.currencySign),
    option,
    renderer: 'svg',
    height: rowMarksHeight(drawn.length),
    table: {
      columns: [
        textColumn('product', text('segment-products.product')),
        textColumn('description', text('segment-products.description')),
        numberColumn('revenue', withUnit(text('common.revenue'), formats.currencySign)),
        numberColumn('customers', text('common.customers')),
        numberColumn('orders', text('common.orders')),
        numberColumn('items', text('segment-products.items')),
        numberColumn('lift', text('segment-products.lift')),
      ],
      rows: top.map((product) => ({
        product: cell(product.product),
        description: cell(product.description),
        revenue: cell(product.revenue, formats.money(product.revenue)),
        customers: cell(product.customers, formats.count(product.customers)),
        orders: cell(product.orders, formats.count(product.orders)),
        items: cell(product.items, formats.count(product.items)),
        lift: cell(product.lift, formats.fixed(product.lift, 2)),
      })),
    },
  };
}

/** `choices.segment`; left out, the first. */
export const segmentProducts = defineFigure({
  id: 'segment-products',
  name: 'segment-products.name',
  help: 'segment-products.help',
  screen: 'segments',
  kind: 'orders',
  needs: ['segmentProducts'],
  make(sources, setting) {
    const products = chosenSegment(sources.segmentProducts, setting);
    return products === null || products.top.length === 0 ? null : segmentProductsFigure(products, setting);
  },
});
