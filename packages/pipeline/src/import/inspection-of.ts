import type { ColumnProfile, Inspection, Problem } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { preview } from '../cleaning/preview.ts';
import { profileColumns } from '../cleaning/profile-columns.ts';
import type { Effects } from '../effects.ts';
import { accountFor, type StagedReading } from './account-for.ts';
import type { MappingAsked } from './mapping-asked.ts';
import type { OpenedSource } from './opened-source.ts';
import type { StagedSource } from './staged-source.ts';

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

/** A file as it was read, as far as it could be. */
export interface Reading extends Omit<StagedReading, 'staged'> {
  columns: ColumnProfile[];
  /** Null where it is not stageable. */
  staged: StagedSource | null;
}

/** All that is known of a file as it was read. Where it could not be staged the ledger is null and a warning says why. */
export async function inspectionOf(
  effects: Pick<Effects, 'onProgress'>,
  session: Session,
  { opened, columns, asked, staged, rules }: Reading,
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
  const { table, rows, ledger, problems } = await accountFor(effects, session, { opened, asked, staged, rules });
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
