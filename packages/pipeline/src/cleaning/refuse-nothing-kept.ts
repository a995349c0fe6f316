import { ClienteleError, type Ledger, ruleTexts } from '@clientele/contracts';

/** Throws `nothing-kept` where cleaning leaves no row, and names the rule that removed most. */
export function refuseNothingKept(account: Ledger, file: string): void {
  if (account.kept.rows > 0) return;
  const most = account.entries.reduce<Ledger['entries'][number] | undefined>(
    (best, entry) => (best === undefined || entry.rows > best.rows ? entry : best),
    undefined,
  );
  const reason =
    most === undefined
      ? 'it has none'
      : `the rule "${ruleTexts[most.rule].label}" (${ruleTexts[most.rule].meaning}) removed ${most.rows.toLocaleString('en-GB')} of ${account.read.rows.toLocaleString('en-GB')}`;
  throw new ClienteleError(
    'nothing-kept',
    `No row of ${file} is left after cleaning: ${reason}; check the column it looks at, or switch the rule off.`,
    { file, rule: most?.rule ?? null, rows: account.read.rows },
  );
}
