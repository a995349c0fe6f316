import { type Mapping, type PreviewRow, type Role, type RuleId, type Rules, ruleIds } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import { isMissing } from '../recognition/cells.ts';
import { readNumber } from '../recognition/number-text.ts';
import type { Source } from '../sources/source.ts';
import { ruleBit } from './kept-condition.ts';
import type { Staged } from './staged.ts';

const firstRows = 3;
const usualRows = 10;
const mostRows = 12;

const rolesAtFault: Record<RuleId, readonly Role[]> = {
  'no-customer': ['customer'],
  'unreadable-time': ['time'],
  'unreadable-number': ['quantity', 'unitPrice', 'amount'],
  cancellation: ['status', 'order'],
  'cancelled-later': ['product', 'quantity'],
  quantity: ['quantity'],
  price: ['unitPrice', 'amount'],
  administrative: ['product', 'description'],
  duplicate: [],
};

function faults(rule: RuleId, cells: readonly (string | null)[], source: Source, mapping: Mapping): number[] {
  const indexes = rolesAtFault[rule]
    .map((role) => source.columns.indexOf(mapping.roles[role] ?? ''))
    .filter((at, i, all) => at >= 0 && all.indexOf(at) === i);
  if (rule === 'duplicate') return cells.map((_, at) => at);
  if (rule === 'unreadable-number') {
    const mark = mapping.decimal === 'comma' ? 'comma' : 'point';
    const strange = indexes.filter((at) => isMissing(cells[at]) || readNumber(cells[at] as string, mark) === null);
    return strange.length > 0 ? strange : indexes;
  }
  if (rule === 'cancellation') {
    const order = source.columns.indexOf(mapping.roles.order ?? '');
    if (/^\s*[cC]\d/.test(cells[order] ?? '')) return [order];
    return indexes.slice(0, 1);
  }
  return indexes;
}

/**
 * About a dozen rows for the eye: the first three, and for each rule that is on the first row of the sample that it
 * removes, with the cells at fault. Rows keep the file's order.
 */
export async function preview(
  session: Session,
  source: Source,
  staged: Staged,
  rules: Rules,
  mapping: Mapping = staged.mapping,
): Promise<PreviewRow[]> {
  const sampled = Math.min(source.sample.length, staged.rows);
  const { numbers } = await session.columns(
    `SELECT flags FROM ${quoteIdentifier(staged.table)} ORDER BY rowid LIMIT ${sampled}`,
  );
  const flags = numbers.flags ?? new Float64Array(0);
  const removedBy = (line: number): RuleId | null =>
    ruleIds.find((rule) => rules[rule] && ((flags[line] ?? 0) & ruleBit(rule)) !== 0) ?? null;
  const chosen = new Set<number>();
  for (let line = 0; line < Math.min(firstRows, sampled); line++) chosen.add(line);
  for (const rule of ruleIds) {
    const line = flags.findIndex((_, at) => removedBy(at) === rule);
    if (line >= 0) chosen.add(line);
  }
  for (let line = 0; line < sampled && chosen.size < usualRows; line++) chosen.add(line);
  return [...chosen]
    .sort((a, b) => a - b)
    .slice(0, mostRows)
    .map((at) => {
      const cells = [...(source.sample[at] ?? [])];
      const rule = removedBy(at);
      return {
        line: at + 1,
        cells,
        removedBy: rule,
        faults: rule === null ? [] : faults(rule, cells, source, mapping),
      };
    });
}
