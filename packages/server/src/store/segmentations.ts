import {
  ClienteleError,
  type Segmentation,
  type SegmentationDocument,
  type SegmentationSummary,
} from '@clientele/contracts';
import type { Engine, Row, Session } from '@clientele/engines';
import type { Members } from '@clientele/pipeline';
import { findDataset } from './datasets.ts';
import type { Axes } from './write-members.ts';

/** A segmentation as kept: what is told of it, and where the segment of each customer is. */
export interface StoredSegmentation {
  segmentation: Segmentation;
  members: Members;
  /** What the axes of the members' places are made of. */
  axes: Axes;
}

const columns = 'id, dataset_id, created_at, name, draft, members_table, segment_names, axes, document';

/** Segmentations of a dataset, newest first. @throws ClienteleError `not-found` */
export async function listSegmentations(session: Session, datasetId: string): Promise<SegmentationSummary[]> {
  await findDataset(session, datasetId);
  const rows = await session.rows(`select ${columns} from segmentations where dataset_id = $1 order by number desc`, [
    datasetId,
  ]);
  return rows.map((row) => summary(fromRow(row).segmentation));
}

/** @throws ClienteleError `not-found` */
export async function findSegmentation(session: Session, id: string): Promise<StoredSegmentation> {
  return fromRow(await findRow(session, id));
}

async function findRow(session: Session, id: string): Promise<Row> {
  const [row] = await session.rows(`select ${columns} from segmentations where id = $1`, [id]);
  if (row !== undefined) return row;
  throw new ClienteleError(
    'not-found',
    'There is no such segmentation; it may have been removed or replaced by a newer draft.',
    { segmentation: id.slice(0, 100) },
  );
}

/** Puts a segmentation in; a draft takes the place of the dataset's former draft. */
export async function insertSegmentation(session: Session, number: number, stored: StoredSegmentation): Promise<void> {
  const { segmentation, members, axes } = stored;
  const { id, datasetId, createdAt, name, draft, document } = segmentation;
  await findDataset(session, datasetId);
  if (draft) {
    const former = await session.rows('select id from segmentations where dataset_id = $1 and draft', [datasetId]);
    for (const row of former) await dropSegmentation(session, String(row.id));
  }
  await session.run(`insert into segmentations (${columns}, number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
    id,
    datasetId,
    createdAt,
    name,
    draft,
    members.table,
    '{}',
    JSON.stringify(axes),
    JSON.stringify(document),
    number,
  ]);
}

/** What of a segmentation can be changed. */
export interface SegmentationChange {
  name?: string | undefined;
  keep?: true | undefined;
  segmentNames?: Record<string, string> | undefined;
}

/** Keeps, renames, names segments. @throws ClienteleError `not-found`, or `usage` where two segments would have one name */
export async function changeSegmentation(
  engine: Engine,
  id: string,
  change: SegmentationChange,
): Promise<Segmentation> {
  return engine.transaction(async (session) => {
    const row = await findRow(session, id);
    const { segmentation } = fromRow(row);
    const names = { ...parseNames(row.segment_names), ...change.segmentNames };
    const document = withNames(segmentation.document, names);
    checkNames(document, names);
    const changed: Segmentation = {
      ...segmentation,
      name: change.name ?? segmentation.name,
      draft: segmentation.draft && !change.keep,
      document,
    };
    await session.run('update segmentations set name = $2, draft = $3, segment_names = $4 where id = $1', [
      id,
      changed.name,
      changed.draft,
      JSON.stringify(names),
    ]);
    return changed;
  });
}

/** @throws ClienteleError `not-found` */
export async function deleteSegmentation(engine: Engine, id: string): Promise<void> {
  await engine.transaction((session) => dropSegmentation(session, id));
}

async function dropSegmentation(session: Session, id: string): Promise<void> {
  const { members } = await findSegmentation(session, id);
  await session.run('delete from segmentations where id = $1', [id]);
  await session.run(`drop table if exists ${session.quoteIdentifier(members.table)}`);
}

function fromRow(row: Row): StoredSegmentation {
  const document = JSON.parse(String(row.document)) as SegmentationDocument;
  return {
    members: { table: String(row.members_table) },
    axes: JSON.parse(String(row.axes)) as Axes,
    segmentation: {
      id: String(row.id),
      datasetId: String(row.dataset_id),
      name: String(row.name),
      createdAt: String(row.created_at),
      draft: row.draft === true,
      document: withNames(document, parseNames(row.segment_names)),
    },
  };
}

function parseNames(text: unknown): Record<string, string> {
  return typeof text === 'string' ? (JSON.parse(text) as Record<string, string>) : {};
}

function withNames(document: SegmentationDocument, names: Record<string, string>): SegmentationDocument {
  const segments = document.segments.map((segment) => ({
    ...segment,
    name: names[String(segment.id)] ?? segment.name,
  }));
  return { ...document, segments };
}

function checkNames({ segments }: SegmentationDocument, names: Record<string, string>): void {
  const unknown = Object.keys(names).find((id) => !segments.some((segment) => String(segment.id) === id));
  if (unknown !== undefined)
    throw new ClienteleError('usage', `There is no segment ${unknown}; the segments are 0 to ${segments.length - 1}.`);
  const seen = new Set<string>();
  for (const { name } of segments) {
    if (seen.has(name))
      throw new ClienteleError('usage', `Two segments would be called "${name}"; give each its own name.`, { name });
    seen.add(name);
  }
}

function summary({ document, ...segmentation }: Segmentation): SegmentationSummary {
  return {
    ...segmentation,
    method: document.method,
    k: document.model.k,
    features: document.recipe.features,
    silhouette: document.quality.silhouette,
    segments: document.segments.map(({ id, name, size, share }) => ({ id, name, size, share })),
  };
}
