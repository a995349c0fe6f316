import { ClienteleError, type SegmentationDocument } from '@clientele/contracts';
import { quoteIdentifier, type Row, type Session } from '@clientele/engines';
import { segmentColumnNames } from '../exports/segment-columns.ts';
import type { ReadingEffects } from '../import/opened-source.ts';
import { openSource } from '../sources/open-source.ts';
import type { Source } from '../sources/source.ts';
import { type ComparedSide, refuseTooMany } from './compare-segmentations.ts';

/** A file of customers and their segments. */
export interface ComparedFile {
  path: string;
  /** Told as id and name. */
  name: string;
  /** The segmentation.json beside it; absent: the segments are those that the file names. */
  document?: SegmentationDocument | undefined;
}

/**
 * Reads customers.csv, or any file with the columns customer and segment, into the table `table`. A customer whose segment is empty has
 * none; one that the run left out for a missing feature is not known. Throws what opening throws, `column-missing`, and
 * `model-invalid` where the document is of another run.
 */
export async function readComparedSide(
  { engine, signal, onProgress }: ReadingEffects,
  session: Session,
  { path, name, document }: ComparedFile,
  table: string,
): Promise<ComparedSide> {
  const source = await openSource(path, {
    engine: session,
    workDir: engine.workDir,
    name: path,
    signal,
    onProgress: (done, rows) => onProgress?.({ step: `Reading ${name}`, done, rows }),
  });
  try {
    const columns = findColumns(source);
    const staged = `${table}_read`;
    await stageCells(session, source, columns, droppedColumns(source, document), staged);
    const found = await foundSegments(session, staged, name);
    const segments = document ? ownSegments(document, found, name) : found;
    await numberSegments(session, staged, segments, table);
    return {
      id: name,
      name,
      method: document?.method ?? null,
      segments: segments.map((segment) => segment.name),
      members: { table },
    };
  } catch (cause) {
    throw source.explain(cause);
  } finally {
    await source.close();
  }
}

interface ColumnPlaces {
  customer: number;
  segment: number;
  segmentName: number;
}

/** customers.csv ends in the columns of the segment, whatever the features between are called; of older versions in segment and segment_name. */
function findColumns({ columns, info }: Source): ColumnPlaces {
  const names = columns.map((column) => column.toLowerCase());
  const customer = names.indexOf('customer');
  const own = names.length - segmentColumnsBehind(names);
  const segmentName = own < names.length ? own + 1 : names.indexOf('segment_name');
  const segment = own < names.length ? own : names.indexOf('segment');
  const missing = [...(customer < 0 ? ['customer'] : []), ...(segment < 0 ? ['segment'] : [])];
  if (missing.length > 0)
    throw new ClienteleError(
      'column-missing',
      `${info.name} has no column ${missing.join(' and no column ')}; give a customers.csv of clientele segment --out, or name the columns so.`,
      { file: info.name, missing, found: columns.slice(0, 50) },
    );
  return { customer, segment, segmentName };
}

/** How many columns of a segment a file of ours ends in; 0 for other files. A reader may have numbered the first where a feature is called so. */
function segmentColumnsBehind(names: readonly string[]): number {
  for (const own of [segmentColumnNames, segmentColumnNames.slice(0, 2)]) {
    const [first = '', ...rest] = names.slice(-own.length);
    if (/^segment(_\d+)?$/.test(first) && rest.join() === own.slice(1).join()) return own.length;
  }
  return 0;
}

/** The columns that left a customer out where they are empty. */
function droppedColumns({ columns, info }: Source, document: SegmentationDocument | undefined): number[] {
  if (document === undefined || document.recipe.missing !== 'drop') return [];
  const { features } = document.recipe;
  const behind = segmentColumnsBehind(columns.map((column) => column.toLowerCase()));
  if (columns.length !== features.length + 2 + behind) throw ofAnotherRun(info.name);
  return features.map((_, index) => index + 2);
}

async function stageCells(
  session: Session,
  source: Source,
  { customer, segment, segmentName }: ColumnPlaces,
  dropped: readonly number[],
  table: string,
): Promise<void> {
  const used = [...new Set([customer, segment, ...(segmentName < 0 ? [] : [segmentName]), ...dropped])];
  const { sql, values } = source.relation(used.sort((a, b) => a - b));
  const known = [`c${segment} is not null`, dropped.map((index) => `c${index} is not null`).join(' and ') || 'true'];
  await session.run(
    `create or replace table ${quoteIdentifier(table)} as
     select c${customer} as customer, c${segment} as segment, ${segmentName < 0 ? 'cast(null as varchar)' : `c${segmentName}`} as name
     from ${sql} where c${customer} is not null and (${known.join(' or (')}))`,
    values,
  );
}

interface FoundSegment {
  /** As it stands in the file. */
  key: string;
  name: string;
}

/** The segments of a file, by number where all are numbers, else by name. */
async function foundSegments(session: Session, table: string, name: string): Promise<FoundSegment[]> {
  const from = `from ${quoteIdentifier(table)} where segment is not null`;
  const [count] = await session.rows(`select count(distinct segment) as n ${from}`);
  refuseTooMany(name, Number(count?.n));
  const rows = await session.rows(
    `select segment, coalesce(min(name), segment) as name ${from}
     group by segment order by try_cast(segment as double) nulls last, segment`,
  );
  return rows.map((row: Row) => ({ key: String(row.segment), name: String(row.name) }));
}

/** The segments of the document, also those without a customer in the file. */
function ownSegments({ segments }: SegmentationDocument, found: readonly FoundSegment[], name: string): FoundSegment[] {
  const own = segments.map((segment) => ({ key: String(segment.id), name: segment.name }));
  const keys = new Set(own.map(({ key }) => key));
  if (found.some(({ key }) => !keys.has(key))) throw ofAnotherRun(name);
  return own;
}

function ofAnotherRun(name: string): ClienteleError {
  return new ClienteleError(
    'model-invalid',
    `The customers and the segmentation.json of ${name} are of different runs; write both again by clientele segment --out.`,
    { file: name },
  );
}

async function numberSegments(
  session: Session,
  staged: string,
  segments: readonly FoundSegment[],
  table: string,
): Promise<void> {
  await session.run(
    `create or replace table ${quoteIdentifier(table)} as
     select customer, cast(list_position(from_json($1::json, '["VARCHAR"]'), segment) - 1 as integer) as segment
     from ${quoteIdentifier(staged)}`,
    [JSON.stringify(segments.map(({ key }) => key))],
  );
  await session.run(`drop table ${quoteIdentifier(staged)}`);
}
