import { defaultRules, type RuleId, ruleIds } from '@clientele/contracts';
import type { OrderLine } from './order-line.ts';

export interface Audit {
  lines: number;
  orders: number;
  /** Lines that break each rule, each rule counted on its own. */
  dirt: Record<RuleId, number>;
  /** What breaks none of the rules that are on by default; revenue in pounds, exact to the penny. */
  kept: { rows: number; customers: number; orders: number; revenue: number };
}

/**
 * Counts what the truth of a shop states, from the lines alone and by plain means: the reference against which the
 * truth and a cleaning ledger can be checked. Remembers every line, so it is for shops that fit in memory.
 */
export function auditLines(lines: Iterable<OrderLine>): Audit {
  const dirt = Object.fromEntries(ruleIds.map((rule) => [rule, 0])) as Record<RuleId, number>;
  const seen = new Set<string>();
  const open = new Map<string, number>();
  const orders = new Set<string>();
  const keptOrders = new Set<string>();
  const keptCustomers = new Set<string>();
  let count = 0;
  let rows = 0;
  let pence = 0;
  for (const line of lines) {
    count++;
    orders.add(line.order);
    const broken = brokenRules(line);
    const text = JSON.stringify(line);
    if (seen.has(text)) broken.push('duplicate');
    seen.add(text);
    if (matchesEarlierLine(line, open)) broken.push('cancelled-later');
    for (const rule of broken) dirt[rule]++;
    if (broken.some((rule) => defaultRules[rule])) continue;
    rows++;
    pence += line.quantity * Math.round(line.unitPrice * 100);
    keptOrders.add(line.order);
    if (line.customer !== null) keptCustomers.add(line.customer);
  }
  const kept = { rows, customers: keptCustomers.size, orders: keptOrders.size, revenue: pence / 100 };
  return { lines: count, orders: orders.size, dirt, kept };
}

function brokenRules(line: OrderLine): RuleId[] {
  const isCancellation = line.order.startsWith('C');
  const rules: [RuleId, boolean][] = [
    ['no-customer', line.customer === null],
    ['unreadable-time', !/^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d$/.test(line.time)],
    ['unreadable-number', !Number.isInteger(line.quantity) || !Number.isFinite(line.unitPrice)],
    ['cancellation', isCancellation],
    ['quantity', line.quantity <= 0 && !isCancellation],
    ['price', line.unitPrice <= 0],
    ['administrative', line.product === 'POST'],
  ];
  return rules.filter(([, isBroken]) => isBroken).map(([rule]) => rule);
}

/** Whether a cancellation takes back a line that came before and was not yet taken back. */
function matchesEarlierLine(line: OrderLine, open: Map<string, number>): boolean {
  const key = [line.customer, line.product, Math.abs(line.quantity), line.unitPrice].join('|');
  const earlier = open.get(key) ?? 0;
  if (!line.order.startsWith('C')) {
    open.set(key, earlier + 1);
    return false;
  }
  open.set(key, earlier - 1);
  return earlier > 0;
}
