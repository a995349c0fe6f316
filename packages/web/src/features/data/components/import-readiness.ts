import { type Inspection, type Role, roleLabels } from '@clientele/contracts';

export interface Readiness {
  /** Order lines, or customers, that an import would keep. */
  lines: number;
  /** Why nothing can be imported yet, with what to do; null where it can. */
  reason: string | null;
}

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Whether a file can be imported as it is read now. */
export function importReadiness({ kind, mapping, ledger, rows, features }: Inspection): Readiness {
  if (kind === 'customers') {
    const reason =
      features.length === 0 ? 'No column can serve as a feature; see that the right kind of rows is chosen.' : null;
    return { lines: ledger?.kept.customers ?? rows, reason };
  }
  const has = (role: Role) => mapping.roles[role] !== undefined;
  const needed: Role[] = ['customer', 'time'];
  const missing = needed.filter((role) => !has(role)).map((role) => roleLabels[role].toLowerCase());
  if (!has('amount') && !(has('unitPrice') && has('quantity'))) {
    missing.push(has('unitPrice') ? 'quantity' : 'amount (or unit price and quantity)');
  }
  if (missing.length > 0) {
    return {
      lines: ledger?.kept.rows ?? 0,
      reason: `Say which column is the ${listed.format(missing)}: choose the role over it.`,
    };
  }
  if (ledger === null)
    return { lines: 0, reason: 'The lines cannot be accounted for yet; check the roles over the columns.' };
  return {
    lines: ledger.kept.rows,
    reason: ledger.kept.rows === 0 ? 'The rules remove every line; switch off the one that should not apply.' : null,
  };
}
