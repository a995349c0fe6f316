import type { Problem, RfmScheme } from '@clientele/contracts';
import { noGroup } from './rfm-cells.ts';

/** The cells that a problem is about, as far as they can be told: those of no group, or those of the group that it names; where groups overlap those that another one has. */
export function problemCells(
  { code, message }: Pick<Problem, 'code' | 'message'>,
  scheme: RfmScheme,
  claims: readonly (readonly number[])[],
  cells: readonly number[],
): number[] {
  const where = (isMeant: (group: number, cell: number) => boolean) =>
    cells.flatMap((group, cell) => (isMeant(group, cell) ? [cell] : []));
  if (/uncovered|unassigned/.test(code)) return where((group) => group === noGroup);
  // The group that a sentence is about stands first in it; of "Lost" and "Lost for good" at one place the longer is meant.
  const [named] = scheme.groups
    .map(({ name }, group) => ({ name, group, at: message.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.name.length - one.name.length);
  if (named === undefined) return [];
  const isOwn = (cell: number) => claims[cell]?.includes(named.group) ?? false;
  return where((group, cell) => isOwn(cell) && (!/overlap/.test(code) || group !== named.group));
}
