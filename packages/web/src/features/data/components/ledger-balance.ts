import type { Formats } from '@clientele/charts';
import type { Ledger } from '@clientele/contracts';

const half = 0.005;

/** Whether rows and revenue read equal what was kept and removed, as a sentence. */
export function ledgerBalance({ read, entries, kept }: Ledger, formats: Formats): { isClosed: boolean; text: string } {
  const rows = entries.reduce((sum, entry) => sum + entry.rows, 0);
  const revenue = entries.reduce((sum, entry) => sum + entry.revenue, 0);
  const isClosed = read.rows === kept.rows + rows && Math.abs(read.revenue - kept.revenue - revenue) < half;
  const sum = `${formats.count(read.rows)} read = ${formats.count(kept.rows)} kept + ${formats.count(rows)} removed`;
  return {
    isClosed,
    text: isClosed
      ? `Balances to the line and the cent: ${sum}.`
      : `The account does not close: ${sum}. Do not rely on it.`,
  };
}
