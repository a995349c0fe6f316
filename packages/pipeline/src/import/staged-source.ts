import { type Mapping, type Rules, roles } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { stage } from '../cleaning/stage.ts';
import type { Staged, StageOptions } from '../cleaning/staged.ts';
import type { DataTable } from '../data-table.ts';
import type { Effects } from '../effects.ts';
import type { OpenedSource } from './opened-source.ts';

/** A file read into a table by a mapping. */
export interface StagedSource extends Staged {
  /** The mapping as asked for, where `mapping` is as resolved. */
  asked: Mapping;
}

/** Reads an opened file into the table `name` by a complete mapping. Throws what staging throws. */
export async function stageSource(
  { onProgress }: Pick<Effects, 'onProgress'>,
  session: Session,
  { source }: OpenedSource,
  asked: Mapping,
  name: string,
  options: StageOptions = {},
): Promise<StagedSource> {
  onProgress?.({ step: 'Reading rows', done: null, rows: null });
  return { ...(await stage(session, source, asked, name, options)), asked };
}

/** True where reading the same file by `mapping` would give the same table: it asks for what was asked for, or for what came of that. */
export function isStagedBy({ asked, mapping: resolved }: StagedSource, mapping: Mapping): boolean {
  const isSame = (key: 'kind' | 'dateOrder' | 'decimal') =>
    mapping[key] === asked[key] || mapping[key] === resolved[key];
  return (
    isSame('kind') &&
    isSame('dateOrder') &&
    isSame('decimal') &&
    roles.every((role) => mapping.roles[role] === asked.roles[role]) &&
    (mapping.currency === asked.currency || asked.roles.currency === undefined)
  );
}

/** A staged table under rules, in the currency that `mapping` names. */
export function dataTable(staged: StagedSource, { currency }: Mapping, rules: Rules): DataTable {
  const { kind, table, mapping, columns } = staged;
  return { kind, table, mapping: { ...mapping, currency }, columns, rules };
}
