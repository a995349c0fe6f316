import type { SegmentBasket } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { basketFinding } from '../findings/basket-finding.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { barMark, type MarkPanel, rowMarks, rowMarksHeight } from '../theme/row-marks.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { segmentName } from './segment-name.ts';

type Key = 'averageOrderValue' | 'itemsPerOrder' | 'priceLevel';

/** How segments fill their baskets: order value, pieces an order and price level beside each other; dashed: all customers. */
export function segmentBasketsFigure(baskets: readonly SegmentBasket[], context: FigureContext): Figure {
  const { formats, text } = context;
  const all = baskets.find(({ segment }) => segment === null);
  const rows = baskets.map((basket) =>
    basket.segment === null
      ? { basket, name: text('common.allCustomers'), isQuiet: true }
      : { basket, name: segmentName(basket.segment, context), segment: basket.segment },
  );
  const written: Record<Key, (value: number | null) => string> = {
    averageOrderValue: formats.moneyShort,
    itemsPerOrder: formats.number,
    priceLevel: (value) => (value === null ? '\u2013' : `\u00D7${formats.fixed(value, 2)}`),
  };
  const keys = (['averageOrderValue', 'itemsPerOrder', 'priceLevel'] as const).filter((key) =>
    baskets.some((basket) => basket[key] !== null),
  );

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const panels = keys.map((key): MarkPanel => {
      const values = rows.map(({ basket }) => basket[key] ?? 0);
      return {
        head: text(`segment-baskets.${key}`),
        texts: rows.map(({ basket }) => written[key](basket[key])),
        min: Math.min(0, ...values),
        max: Math.max(0, ...values) || 1,
        reference: all?.[key] ?? null,
        marks(index, at, y) {
          const row = rows[index];
          const value = row?.basket[key] ?? null;
          if (row === undefined || value === null) return [];
          const fill = row.segment === undefined ? colors.measure2 : segmentMark(row.segment, drawing.scheme).color;
          return [barMark(at(0), at(value), y, fill)];
        },
      };
    });
    return rowMarks(rows, panels, drawing, (index) => {
      const row = rows[index];
      if (row === undefined) return null;
      const { basket } = row;
      return {
        title: row.name,
        rows: [
          [text('segment-baskets.averageOrderValue'), formats.money(basket.averageOrderValue)],
          [text('segment-baskets.medianOrderValue'), formats.money(basket.medianOrderValue)],
          [text('segment-baskets.itemsPerOrder'), formats.number(basket.itemsPerOrder)],
          [text('segment-baskets.productsPerOrder'), formats.number(basket.productsPerOrder)],
          [text('segment-baskets.pricePerItem'), formats.moneyExact(basket.pricePerItem)],
          [text('segment-baskets.priceLevel'), written.priceLevel(basket.priceLevel)],
          [text('common.orders'), formats.count(basket.orders)],
        ],
      };
    });
  };

  const found = basketFinding(baskets);
  return {
    id: 'segment-baskets',
    title:
      found === null
        ? text('segment-baskets.name')
        : text('segment-baskets.title', {
            measure: text(`segment-baskets.${found.measure}`),
            segment: segmentName(found.segment, context),
            times: formats.fixed(found.times, found.times < 1 ? 2 : 1),
          }),
    subtitle: text('segment-baskets.subtitle'),
    option,
    renderer: 'svg',
    height: rowMarksHeight(rows.length, { hasHeads: true }),
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        numberColumn('orders', text('common.orders')),
        numberColumn('average', withUnit(text('segment-baskets.averageOrderValue'), formats.currencySign)),
        numberColumn('median', withUnit(text('segment-baskets.medianOrderValue'), formats.currencySign)),
        numberColumn('items', text('segment-baskets.itemsPerOrder')),
        numberColumn('products', text('segment-baskets.productsPerOrder')),
        numberColumn('price', withUnit(text('segment-baskets.pricePerItem'), formats.currencySign)),
        numberColumn('level', text('segment-baskets.priceLevel')),
      ],
      rows: rows.map(({ basket, name }) => ({
        segment: cell(name),
        orders: cell(basket.orders, formats.count(basket.orders)),
        average: cell(basket.averageOrderValue, formats.money(basket.averageOrderValue)),
        median: cell(basket.medianOrderValue, formats.money(basket.medianOrderValue)),
        items: cell(basket.itemsPerOrder, formats.number(basket.itemsPerOrder)),
        products: cell(basket.productsPerOrder, formats.number(basket.productsPerOrder)),
        price: cell(basket.pricePerItem, formats.moneyExact(basket.pricePerItem)),
        level: cell(basket.priceLevel, written.priceLevel(basket.priceLevel)),
      })),
    },
  };
}

export const segmentBaskets = defineFigure({
  id: 'segment-baskets',
  name: 'segment-baskets.name',
  help: 'segment-baskets.help',
  screen: 'segments',
  kind: 'orders',
  needs: ['segmentBaskets'],
  make: (sources, setting) =>
    sources.segmentBaskets.some(({ segment, orders }) => segment !== null && orders > 0)
      ? segmentBasketsFigure(sources.segmentBaskets, setting)
      : null,
});
