import type { Ledger } from '@clientele/contracts';
import type { Formats } from '../format/create-formats.ts';
import { capitalised, numberWord } from '../format/number-word.ts';

/** What cleaning did: "Three rules remove 144,025 lines; 397,884 stay". */
export function ledgerFinding({ read, entries, kept }: Ledger, { count }: Formats): string {
  const removed = read.rows - kept.rows;
  const acting = entries.filter(({ rows }) => rows > 0).length;
  if (read.rows === 0) return 'No lines were read';
  if (removed === 0) return `All ${count(kept.rows)} lines stay`;
  const rules = capitalised(numberWord(acting, count));
  const lines = `${count(removed)} ${removed === 1 ? 'line' : 'lines'}`;
  return `${rules} ${acting === 1 ? 'rule removes' : 'rules remove'} ${lines}; ${kept.rows === 0 ? 'none stay' : `${count(kept.rows)} ${kept.rows === 1 ? 'stays' : 'stay'}`}`;
}

/** The account closed: "541,909 read = 397,884 kept + 144,025 removed". `balances` is false where the entries do not add up. */
export function ledgerBalance(
  { read, entries, kept }: Ledger,
  { count }: Formats,
): { text: string; balances: boolean } {
  const removed = entries.reduce((sum, { rows }) => sum + rows, 0);
  const money = entries.reduce((sum, { revenue }) => sum + revenue, kept.revenue);
  const rowsAgree = read.rows === kept.rows + removed;
  const balances = rowsAgree && Math.abs(read.revenue - money) < 0.005;
  const account = `${count(read.rows)} read ${rowsAgree ? '=' : '\u2260'} ${count(kept.rows)} kept + ${count(removed)} removed`;
  return {
    balances,
    text: balances
      ? `Balances to the line and the cent: ${account}.`
      : `Does not balance: ${account}. Do not rely on these numbers.`,
  };
}
