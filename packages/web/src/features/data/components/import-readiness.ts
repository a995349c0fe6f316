import type { Inspection, Role } from '@clientele/contracts';
import type { Text } from '@clientele/texts';
import { formatsFor } from '../../../lib/formats-for.ts';

export interface Readiness {
  /** Order lines, or customers, that an import would keep. */
  lines: number;
  /** Why nothing can be imported yet, with what to do; null where it can. */
  reason: string | null;
}

/** Whether a file can be imported as it is read now. */
export function importReadiness({ kind, mapping, ledger, rows, features }: Inspection, text: Text): Readiness {
  if (kind === 'customers') {
    const reason = features.length === 0 ? text('ready.noFeature') : null;
    return { lines: ledger?.kept.customers ?? rows, reason };
  }
  const has = (role: Role) => mapping.roles[role] !== undefined;
  const needed: Role[] = ['customer', 'time'];
  const missing = needed.filter((role) => !has(role)).map((role) => text(`role.${role}.inText`));
  if (!has('amount') && !(has('unitPrice') && has('quantity'))) {
    missing.push(text(has('unitPrice') ? 'role.quantity.inText' : 'ready.amount'));
  }
  if (missing.length > 0) {
    const listed = new Intl.ListFormat(formatsFor(null).locale, { type: 'conjunction' });
    return {
      lines: ledger?.kept.rows ?? 0,
      reason: text('ready.missing', { roles: listed.format(missing) }),
    };
  }
  if (ledger === null) return { lines: 0, reason: text('ready.noLedger') };
  return {
    lines: ledger.kept.rows,
    reason: ledger.kept.rows === 0 ? text('ready.nothing') : null,
  };
}
