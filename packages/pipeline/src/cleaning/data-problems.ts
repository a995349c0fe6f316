import type { Problem } from '@clientele/contracts';
import { quoteIdentifier, type Row, type Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { keptCondition, ruleBit } from './kept-condition.ts';

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(part / all < 0.1 ? 1 : 0)}%`;
const largeCancellation = 0.005;
/** A month may end on days without an order. */
const unevenDays = 2;

function amountText(data: DataTable): (value: number) => string {
  const { currency } = data.mapping;
  return (value) => (currency === null ? whole(value) : `${currency} ${whole(value)}`);
}

function warn(code: string, message: string, count?: number, severity: Problem['severity'] = 'warning'): Problem {
  return { severity, code, message, ...(count === undefined ? {} : { count }) };
}

async function cancelledSameDay(session: Session, data: DataTable, kept: string, revenue: number): Promise<Row[]> {
  const name = quoteIdentifier(data.table);
  const pieces = data.mapping.roles.quantity === undefined ? 'amount' : 'quantity';
  return session.rows(
    `WITH back AS (SELECT customer, CAST(time AS DATE) AS day, coalesce(product, '') AS product, ${pieces} AS pieces, amount
       FROM ${name} WHERE ${pieces} < 0 AND customer IS NOT NULL AND -amount >= $1),
     sold AS (SELECT customer, CAST(time AS DATE) AS day, coalesce(product, '') AS product, ${pieces} AS pieces, amount
       FROM ${name} WHERE ${kept} AND amount >= $1)
     SELECT sold.customer, sum(DISTINCT sold.amount) AS amount FROM sold JOIN back
       ON sold.customer = back.customer AND sold.day = back.day AND sold.product = back.product AND sold.pieces = -back.pieces
     GROUP BY 1 ORDER BY 2 DESC LIMIT 5`,
    [revenue * largeCancellation],
  );
}

/**
 * Things to know before the data are used, each one sentence with its figures: what is missing, what is still counted,
 * what is unfinished. For a table of customers there is nothing to add to what staging said.
 */
export async function dataProblems(session: Session, data: DataTable, now: Date = new Date()): Promise<Problem[]> {
  if (data.kind === 'customers') return [];
  const kept = keptCondition(data.rules);
  const administrative = `flags & ${ruleBit('administrative')} <> 0`;
  const [row] = await session.rows(
    `SELECT count(*) AS rows, coalesce(sum(amount), 0) AS revenue,
       count(*) FILTER (WHERE customer IS NULL) AS nobody, sum(amount) FILTER (WHERE customer IS NULL) AS nobody_revenue,
       count(*) FILTER (WHERE ${kept}) AS kept, sum(amount) FILTER (WHERE ${kept}) AS kept_revenue,
       count(*) FILTER (WHERE ${kept} AND ${administrative}) AS admin_rows,
       sum(amount) FILTER (WHERE ${kept} AND ${administrative}) AS admin_revenue,
       count(*) FILTER (WHERE ${kept} AND time > CAST($1 AS TIMESTAMP)) AS future,
       strftime(max(time) FILTER (WHERE ${kept}), '%Y-%m-%d') AS last_day,
       strftime(date_trunc('month', max(time) FILTER (WHERE ${kept})), '%B %Y') AS last_month,
       day(max(time) FILTER (WHERE ${kept})) AS day, day(last_day(max(time) FILTER (WHERE ${kept}))) AS month_days,
       date_diff('month', min(time) FILTER (WHERE ${kept}), max(time) FILTER (WHERE ${kept})) AS months,
       approx_count_distinct(customer) FILTER (WHERE ${kept}) AS customers
     FROM ${quoteIdentifier(data.table)}`,
    [new Date(now.getTime() + 86_400_000).toISOString().slice(0, 19).replace('T', ' ')],
  );
  const n = (name: string) => Number(row?.[name] ?? 0);
  const money = amountText(data);
  const problems: Problem[] = [];
  if (n('nobody') > 0)
    problems.push(
      warn(
        'no-customer',
        `${percent(n('nobody'), n('rows'))} of the lines (${whole(n('nobody'))}) name no customer and cannot be segmented; they hold ${money(n('nobody_revenue'))} of revenue.`,
        n('nobody'),
      ),
    );
  if (n('kept') === 0) return problems;
  const revenue = n('kept_revenue');
  if (revenue === 0 && !(await hasMoney(session, data, kept)))
    problems.push(
      warn('no-revenue', 'All amounts of the kept lines are zero; check which column holds the amount.', n('kept')),
    );
  if (revenue > 0 && !data.rules['cancelled-later']) {
    const found = await cancelledSameDay(session, data, kept, revenue);
    if (found.length > 0) {
      const total = found.reduce((sum, item) => sum + Number(item.amount), 0);
      const names = found.map((item) => `${item.customer} (${money(Number(item.amount))})`).join(', ');
      problems.push(
        warn(
          'cancelled-same-day',
          `Large orders cancelled on the same day still count ${money(total)}, ${percent(total, revenue)} of revenue: customer ${names}; switch on "Cancelled later" to take them out.`,
          found.length,
        ),
      );
    }
  }
  if (n('admin_rows') > 0)
    problems.push(
      warn(
        'administrative-kept',
        `${whole(n('admin_rows'))} kept lines are postage, fees or manual entries worth ${money(n('admin_revenue'))}; switch on "Administrative lines" to leave them out.`,
        n('admin_rows'),
        'info',
      ),
    );
  if (n('months') >= 1 && n('day') < n('month_days') - unevenDays)
    problems.push(
      warn(
        'unfinished-month',
        `The last month, ${row?.last_month}, ends on day ${n('day')} of ${n('month_days')} (${row?.last_day}), so it looks weaker than it is.`,
        undefined,
        'info',
      ),
    );
  if (n('future') > 0)
    problems.push(
      warn(
        'future-times',
        `${whole(n('future'))} kept ${n('future') === 1 ? 'line lies' : 'lines lie'} in the future, up to ${row?.last_day}; recency is counted from there, so check the dates.`,
        n('future'),
      ),
    );
  if (n('customers') === 1)
    problems.push(
      warn('one-customer', 'All kept lines belong to one customer; check which column names the customer.', 1),
    );
  return problems;
}

async function hasMoney(session: Session, data: DataTable, kept: string): Promise<boolean> {
  const [row] = await session.rows(
    `SELECT bool_or(amount <> 0) AS some FROM ${quoteIdentifier(data.table)} WHERE ${kept}`,
  );
  return row?.some === true;
}
