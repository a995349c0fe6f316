import type { Ledger } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import { capitalised } from '../format/capitalised.ts';
import { inWords } from '../format/in-words.ts';

type Speaking = Pick<FigureContext, 'formats' | 'text'>;

/** What cleaning did: "Three rules remove 144,025 lines; 397,884 stay". */
export function ledgerFinding({ read, entries, kept }: Ledger, context: Speaking): string {
  const { formats, text } = context;
  const removed = read.rows - kept.rows;
  const acting = entries.filter(({ rows }) => rows > 0).length;
  if (read.rows === 0) return text('ledger.titleNothing');
  if (removed === 0) return text('ledger.titleAll', { lines: formats.count(kept.rows) });
  const rules = capitalised(inWords(acting, context));
  return text('ledger.title', { n: acting, rules, removed, kept: kept.rows });
}

/** The account closed: "541,909 read = 397,884 kept + 144,025 removed". `balances` is false where the entries do not add up. */
export function ledgerBalance(
  { read, entries, kept }: Ledger,
  { formats: { count }, text }: Speaking,
): { text: string; balances: boolean } {
  const removed = entries.reduce((sum, { rows }) => sum + rows, 0);
  const money = entries.reduce((sum, { revenue }) => sum + revenue, kept.revenue);
  const rowsAgree = read.rows === kept.rows + removed;
  const balances = rowsAgree && Math.abs(read.revenue - money) < 0.005;
  const account = text('ledger.account', {
    read: count(read.rows),
    sign: rowsAgree ? '=' : '\u2260',
    kept: count(kept.rows),
    removed: count(removed),
  });
  return { balances, text: text(balances ? 'ledger.balances' : 'ledger.broken', { account }) };
}
