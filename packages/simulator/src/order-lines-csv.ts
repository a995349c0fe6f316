import { roleLabels } from '@clientele/contracts';
import { csvChunks, csvField } from './csv-chunks.ts';
import { type OrderLine, orderLineRoles } from './order-line.ts';
import type { Shop } from './simulate-shop.ts';

/** The header: Order, Product code, Product, Quantity, Time, Unit price, Customer, Country. */
export const orderLinesHeader: readonly string[] = orderLineRoles.map((role) => roleLabels[role]);

/** The shop's export: CSV text in UTF-8 terms, in chunks of about 64 k characters, lines ended by a line feed. */
export function orderLinesCsv(shop: Pick<Shop, 'orders'>): Generator<string, void, undefined> {
  return csvChunks(textLines(shop.orders()));
}

function* textLines(lines: Iterable<OrderLine>): Generator<string, void, undefined> {
  yield orderLinesHeader.join(',');
  for (const { order, product, description, quantity, time, unitPrice, customer, country } of lines) {
    const price = unitPrice.toFixed(2);
    yield `${order},${product},${csvField(description)},${quantity},${time},${price},${customer ?? ''},${country}`;
  }
}
