import type { LedgerEntry } from '@clientele/contracts';
import type { ImportedSource, KeptTotals } from '@clientele/pipeline';

const removed = ({ rule, rows, customers, orders, revenue }: LedgerEntry) => ({
  rule,
  rows,
  customers,
  orders,
  revenue,
});

/** The dataset as `--json` prints it; `ledgerOff` has the rules that are off, with what each would remove from the kept rows. */
export function describeDataset({ source, table, ledger }: ImportedSource, extent: Pick<KeptTotals, 'from' | 'to'>) {
  const isOrders = table.kind === 'orders';
  return {
    name: source.name,
    kind: table.kind,
    rows: ledger.read.rows,
    kept: ledger.kept.rows,
    customers: ledger.kept.customers,
    orders: isOrders ? ledger.kept.orders : null,
    revenue: isOrders ? ledger.kept.revenue : null,
    currency: table.mapping.currency,
    from: extent.from,
    to: extent.to,
    ledger: ledger.entries.map(removed),
    ledgerOff: ledger.off.map(removed),
  };
}
