import type { ColumnProfile, Inspection, Problem, Rules } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { preview } from '../cleaning/preview.ts';
import { profileColumns } from '../cleaning/profile-columns.ts';
import type { Effects } from '../effects.ts';
import { accountFor } from './account-for.ts';
import type { MappingAsked } from './mapping-asked.ts';
import type { OpenedSource } from './opened-source.ts';
import { dataTable, type StagedSource } from './staged-source.ts';

const previewRows = 12;

/** True where there is something to stage: rows, and a mapping that they can be read by. */
export function isStageable({ source }: OpenedSource, { incomplete }: MappingAsked): boolean {
  return source.sample.length > 0 && incomplete === null;
}

/** Profiles of all columns over the whole file, whatever they are mapped to. */
export async function describeColumns(
  { onProgress }: Pick<Effects, 'onProgress'>,
  session: Session,
  { source, recognition }: OpenedSource,
): Promise<ColumnProfile[]> {
  if (source.sample.length === 0) return recognition.columns;
  onProgress?.({ step: 'Describing columns', done: null, rows: null });
  return profileColumns(session, source);
}

/**
 * All that is known of a file read by a mapping and under rules. Where it could not be staged (`staged` is null) the
 * ledger is null and a warning says why.
 */
export async function inspectionOf(
  effects: Pick<Effects, 'onProgress'>,
  session: Session,
  opened: OpenedSource,
  columns: ColumnProfile[],
  asked: MappingAsked,
  staged: StagedSource | null,
  rules: Rules,
): Promise<Inspection> {
  const { source, recognition } = opened;
  const { mapping } = asked;
  const known = {
    source: source.info,
    kind: mapping.kind,
    kindWhy: mapping.kind === recognition.kind ? recognition.kindWhy : 'Taken as you say.',
    guesses: recognition.guesses,
    rules,
    columns,
  };
  if (staged === null)
    return {
      ...known,
      rows: columns[0]?.rows ?? 0,
      mapping,
      features: recognition.features,
      ledger: null,
      preview: source.sample
        .slice(0, previewRows)
        .map((cells, index) => ({ line: index + 1, cells: [...cells], removedBy: null, faults: [] })),
      problems: [...recognition.problems, ...obstacles(opened, asked)],
    };
  const { table, rows, ledger, problems } = await accountFor(
    effects,
    session,
    opened,
    staged,
    dataTable(staged, mapping, rules),
  );
  return {
    ...known,
    rows,
    mapping: table.mapping,
    features: staged.columns,
    ledger,
    preview: await preview(session, source, staged, rules),
    problems,
  };
}

function obstacles({ source }: OpenedSource, { incomplete }: MappingAsked): Problem[] {
  const warn = (code: string, message: string): Problem => ({ severity: 'warning', code, message });
  return [
    ...(source.sample.length === 0 ? [warn('no-rows', `${source.info.name} has headings but no rows.`)] : []),
    ...(incomplete === null ? [] : [warn(incomplete.code, incomplete.message)]),
  ];
}
