import { checkWhole, type Shop, simulateShop } from './simulate-shop.ts';

/** Lines of a customer in two years, over all groups: measured at 100,000 customers, 1 % apart between seeds. */
const linesPerCustomer = 18.74;

/**
 * A shop with about the given number of lines (2,000 to 20,000,000) over two years, for benchmarks: within 10 % from
 * 20,000 lines up. `shop.truth.lines` is the exact number.
 * @throws ClienteleError `usage` where an option is out of its range.
 */
export function scaledShop({ lines, seed = 1 }: { lines: number; seed?: number }): Shop {
  checkWhole('lines', lines, 2000, 20_000_000);
  return simulateShop({ seed, customers: Math.round(lines / linesPerCustomer) });
}
