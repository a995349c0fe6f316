import { randomUUID } from 'node:crypto';
import { defaultRules, type Inspection, isClienteleError, type Mapping, type Problem } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { dataProblems } from '../cleaning/data-problems.ts';
import { ledger } from '../cleaning/ledger.ts';
import { preview } from '../cleaning/preview.ts';
import { profileColumns } from '../cleaning/profile-columns.ts';
import { stage } from '../cleaning/stage.ts';
import type { Effects } from '../effects.ts';
import { completeMapping } from '../recognition/complete-mapping.ts';
import { type Recognition, recognise } from '../recognition/recognise.ts';
import type { Source } from '../sources/source.ts';
import { type ReadingOptions, withSource } from './import-source.ts';

const previewRows = 12;

/**
 * Reads a whole file as an import would and says all that is known of it; nothing is kept. A mapping that lacks a role is
 * no failure here: the ledger is then null and a warning says what is missing.
 */
export async function inspectSource(
  effects: Pick<Effects, 'engine' | 'signal' | 'onProgress'>,
  path: string,
  options: ReadingOptions = {},
): Promise<Inspection> {
  let step = 'Reading rows';
  const onProgress: Effects['onProgress'] = (progress) => {
    step = progress.step;
    effects.onProgress?.(progress);
  };
  const watch = {
    signal: effects.signal,
    onProgress: (done: number, rows: number) => effects.onProgress?.({ step, done, rows }),
  };
  return effects.engine.rehearse(
    (session) =>
      withSource({ ...effects, onProgress }, session, path, options, (source) =>
        inspect(session, source, options, onProgress),
      ),
    watch,
  );
}

async function inspect(
  session: Session,
  source: Source,
  options: ReadingOptions,
  onProgress: NonNullable<Effects['onProgress']>,
): Promise<Inspection> {
  const recognition = recognise(source);
  const rules = options.rules ?? defaultRules;
  const [mapping, incomplete] = mappingOrWarning(source, recognition, options);
  const known = {
    source: source.info,
    kind: mapping.kind,
    kindWhy: mapping.kind === recognition.kind ? recognition.kindWhy : 'Taken as you say.',
    guesses: recognition.guesses,
    rules,
  };
  if (source.sample.length === 0 || incomplete !== undefined) {
    const columns = source.sample.length === 0 ? recognition.columns : await profileColumns(session, source);
    const empty: Problem = {
      severity: 'warning',
      code: 'no-rows',
      message: `${source.info.name} has headings but no rows.`,
    };
    return {
      ...known,
      rows: columns[0]?.rows ?? 0,
      columns,
      mapping,
      features: recognition.features,
      ledger: null,
      preview: source.sample
        .slice(0, previewRows)
        .map((cells, index) => ({ line: index + 1, cells: [...cells], removedBy: null, faults: [] })),
      problems: [...recognition.problems, ...(source.sample.length === 0 ? [empty] : []), ...(incomplete ?? [])],
    };
  }
  onProgress({ step: 'Reading rows', done: null, rows: null });
  const staged = await stage(session, source, mapping, `inspection_${randomUUID().replaceAll('-', '')}`);
  onProgress({ step: 'Describing columns', done: null, rows: staged.rows });
  const columns = await profileColumns(session, source);
  onProgress({ step: 'Accounting for what is left out', done: null, rows: staged.rows });
  const { kind, table } = staged;
  const data = { kind, table, mapping: staged.mapping, columns: staged.columns, rules };
  return {
    ...known,
    rows: staged.rows,
    columns,
    mapping: staged.mapping,
    features: staged.columns,
    ledger: await ledger(session, data),
    preview: await preview(session, source, staged, rules),
    problems: [...recognition.problems, ...staged.problems, ...(await dataProblems(session, data))],
  };
}

function mappingOrWarning(
  source: Source,
  recognition: Recognition,
  options: ReadingOptions,
): [Mapping, Problem[] | undefined] {
  try {
    return [completeMapping(source, recognition.mapping, options.mapping), undefined];
  } catch (cause) {
    if (!isClienteleError(cause) || cause.code !== 'mapping-incomplete') throw cause;
    const said = Object.entries(options.mapping?.roles ?? {}).filter(([, column]) => column !== null && column !== '');
    const roles = options.mapping?.roles === undefined ? recognition.mapping.roles : Object.fromEntries(said);
    const { kind = recognition.mapping.kind } = options.mapping ?? {};
    const warning: Problem = { severity: 'warning', code: 'mapping-incomplete', message: cause.message };
    return [{ ...recognition.mapping, ...options.mapping, kind, roles }, [warning]];
  }
}
