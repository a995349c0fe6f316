import { quoteIdentifier } from '@clientele/engines';
import { ruleBit } from './kept-condition.ts';

/**
 * SQL that sets the bit of `duplicate` on each line whose cells all equal those of an earlier line, by the 64-bit hash
 * of all cells that the stage left in `line_hash` (a false match has odds of one in ten million at two million lines).
 */
export function markDuplicatesSql(table: string): string {
  const name = quoteIdentifier(table);
  return `UPDATE ${name} SET flags = flags | ${ruleBit('duplicate')} WHERE rowid IN (
    SELECT line FROM (
      SELECT rowid AS line, row_number() OVER (PARTITION BY line_hash ORDER BY rowid) AS nth FROM ${name}
      WHERE line_hash IN (SELECT line_hash FROM ${name} GROUP BY line_hash HAVING count(*) > 1))
    WHERE nth > 1)`;
}

/**
 * SQL that sets the bit of `cancelled-later` on each purchase that a later cancellation takes back, and on that
 * cancellation. Per customer, product and number of pieces, in order of time, a cancellation takes back the latest
 * purchase not yet taken back. Purchases raise and cancellations lower a running depth; those that belong together are
 * neighbours on one depth.
 */
export function markCancelledLaterSql(table: string, hasQuantity: boolean): string {
  const name = quoteIdentifier(table);
  const pieces = hasQuantity ? 'quantity' : 'amount';
  const key = `hash(customer, coalesce(product, description, ''), abs(${pieces}))`;
  const cancelled = ruleBit('cancellation');
  return `UPDATE ${name} SET flags = flags | ${ruleBit('cancelled-later')} WHERE rowid IN (
    WITH taken_back AS (SELECT DISTINCT ${key} AS key FROM ${name} WHERE ${pieces} < 0 AND customer IS NOT NULL),
    events AS (
      SELECT rowid AS line, ${key} AS key, time, ${pieces} < 0 AS back FROM ${name}
      WHERE customer IS NOT NULL AND time IS NOT NULL AND (${pieces} < 0 OR (${pieces} > 0 AND flags & ${cancelled} = 0))
        AND ${key} IN (SELECT key FROM taken_back)),
    depths AS (
      SELECT *, CAST(back AS INTEGER) + sum(CASE WHEN back THEN -1 ELSE 1 END)
        OVER (PARTITION BY key ORDER BY time, line ROWS UNBOUNDED PRECEDING) AS depth FROM events),
    neighbours AS (
      SELECT line, back, lead(back) OVER same AS next_back, lead(line) OVER same AS next_line FROM depths
      WINDOW same AS (PARTITION BY key, depth ORDER BY time, line))
    SELECT unnest([line, next_line]) FROM neighbours WHERE NOT back AND next_back)`;
}
