import {
  ClienteleError,
  type Evidence,
  type Segmentation,
  type SegmentationDocument,
  type SegmentationSummary,
} from '@clientele/contracts';
import type { Engine, Row, Session } from '@clientele/engines';
import { type Attributes, type Members, withEvidence } from '@clientele/pipeline';
import { checkAttributes, dropUnusedAttributes, readAttributes } from './attributes.ts';
import { findDataset } from './datasets.ts';
import { dropMembers } from './drop-members.ts';
import type { Axes } from './write-members.ts';

/** A segmentation as kept: what is told of it, and where the segment of each customer is. */
export interface StoredSegmentation {
  segmentation: Segmentation;
  members: Members;
  /** What the axes of the members' places are made of. */
  axes: Axes;
  /** The joined attributes that it was made by; absent where it was made by none. */
  attributes?: Attributes;
}

const columns = 'id, dataset_id, created_at, name, draft, members_table, segment_names, axes, document, attributes';
const columnsRead = `${columns}, segment_notes`;

/** Segmentations of a dataset, newest first. @throws ClienteleError `not-found` */
export async function listSegmentations(session: Session, datasetId: string): Promise<SegmentationSummary[]> {
  await findDataset(session, datasetId);
  const rows = await session.rows(
    `select ${columnsRead} from segmentations where dataset_id = $1 order by number desc`,
    [datasetId],
  );
  return rows.map((row) => summary(fromRow(row).segmentation));
}

/** @throws ClienteleError `not-found` */
export async function findSegmentation(session: Session, id: string): Promise<StoredSegmentation> {
  return fromRow(await findRow(session, id));
}

/** Changes where the answers of a segmentation's predictor do: its model is frozen, the names of its segments are not. @throws ClienteleError `not-found` */
export async function segmentationEdition(session: Session, id: string): Promise<string> {
  return String((await findRow(session, id, 'segment_names')).segment_names);
}

async function findRow(session: Session, id: string, wanted = columnsRead): Promise<Row> {
  const [row] = await session.rows(`select ${wanted} from segmentations where id = $1`, [id]);
  if (row !== undefined) return row;
  throw new ClienteleError(
    'not-found',
    'There is no such segmentation; it may have been removed or replaced by a newer draft.',
    { segmentation: id.slice(0, 100) },
  );
}

/** Puts a segmentation in; a draft takes the place of the dataset's former draft. */
export async function insertSegmentation(session: Session, number: number, stored: StoredSegmentation): Promise<void> {
  const { segmentation, members, axes, attributes } = stored;
  const { id, datasetId, createdAt, name, draft, document } = segmentation;
  await findDataset(session, datasetId);
  if (attributes !== undefined) await checkAttributes(session, attributes);
  if (draft) {
    const former = await session.rows('select id from segmentations where dataset_id = $1 and draft', [datasetId]);
    for (const row of former) await dropSegmentation(session, String(row.id));
  }
  await session.run(
    `insert into segmentations (${columns}, number) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      datasetId,
      createdAt,
      name,
      draft,
      members.table,
      '{}',
      JSON.stringify(axes),
      JSON.stringify(document),
      attributes === undefined ? null : JSON.stringify(attributes),
      number,
    ],
  );
}

/** What of a segmentation can be changed. */
export interface SegmentationChange {
  name?: string | undefined;
  keep?: true | undefined;
  segmentNames?: Record<string, string> | undefined;
  /** An empty one removes the note. */
  segmentNotes?: Record<string, string> | undefined;
}

/** Keeps, renames, names and annotates segments. @throws ClienteleError `not-found`, or `usage` where two segments would have one name */
export async function changeSegmentation(
  engine: Engine,
  id: string,
  change: SegmentationChange,
): Promise<Segmentation> {
  return engine.transaction(async (session) => {
    const row = await findRow(session, id);
    const { segmentation } = fromRow(row);
    const names = { ...parseTexts(row.segment_names), ...change.segmentNames };
    const document = withNames(segmentation.document, names);
    checkNames(document, names);
    checkSegments(document, change.segmentNotes ?? {});
    const notes = withoutEmpty({ ...segmentation.notes, ...change.segmentNotes });
    const changed: Segmentation = {
      ...segmentation,
      name: change.name ?? segmentation.name,
      draft: segmentation.draft && !change.keep,
      document,
      notes,
    };
    await session.run(
      'update segmentations set name = $2, draft = $3, segment_names = $4, segment_notes = $5 where id = $1',
      [id, changed.name, changed.draft, JSON.stringify(names), JSON.stringify(notes)],
    );
    return changed;
  });
}

/** Puts the evidence of a segmentation beside what it was gathered for. @throws ClienteleError `not-found` where it has been removed meanwhile */
export async function storeEvidence(session: Session, id: string, evidence: Evidence): Promise<void> {
  const row = await findRow(session, id, 'document');
  const document = withEvidence(readDocument(row.document), evidence);
  await session.run('update segmentations set document = $2 where id = $1', [id, JSON.stringify(document)]);
}

/** @throws ClienteleError `not-found` */
export async function deleteSegmentation(engine: Engine, id: string): Promise<void> {
  await engine.transaction((session) => dropSegmentation(session, id));
}

async function dropSegmentation(session: Session, id: string): Promise<void> {
  const { members, attributes } = await findSegmentation(session, id);
  await session.run('delete from segmentations where id = $1', [id]);
  await dropMembers(session, members.table);
  await dropUnusedAttributes(session, attributes);
}

function fromRow(row: Row): StoredSegmentation {
  const document = readDocument(row.document);
  const attributes = readAttributes(row.attributes);
  return {
    members: { table: String(row.members_table) },
    axes: JSON.parse(String(row.axes)) as Axes,
    ...(attributes !== undefined && { attributes }),
    segmentation: {
      id: String(row.id),
      datasetId: String(row.dataset_id),
      name: String(row.name),
      createdAt: String(row.created_at),
      draft: row.draft === true,
      document: withNames(document, parseTexts(row.segment_names)),
      notes: parseTexts(row.segment_notes),
    },
  };
}

/** A stored document; one of an older version has no evidence. */
function readDocument(text: unknown): SegmentationDocument {
  const document = JSON.parse(String(text)) as SegmentationDocument;
  return { ...document, evidence: document.evidence ?? null };
}

function parseTexts(text: unknown): Record<string, string> {
  return typeof text === 'string' ? (JSON.parse(text) as Record<string, string>) : {};
}

function withNames(document: SegmentationDocument, names: Record<string, string>): SegmentationDocument {
  const segments = document.segments.map((segment) => ({
    ...segment,
    name: names[String(segment.id)] ?? segment.name,
  }));
  return { ...document, segments };
}

const withoutEmpty = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

function checkSegments({ segments }: SegmentationDocument, texts: Record<string, string>): void {
  const unknown = Object.keys(texts).find((id) => !segments.some((segment) => String(segment.id) === id));
  if (unknown !== undefined)
    throw new ClienteleError('usage', `There is no segment ${unknown}; the segments are 0 to ${segments.length - 1}.`);
}

function checkNames(document: SegmentationDocument, names: Record<string, string>): void {
  const { segments } = document;
  checkSegments(document, names);
  const seen = new Set<string>();
  for (const { name } of segments) {
    if (seen.has(name))
      throw new ClienteleError('usage', `Two segments would be called "${name}"; give each its own name.`, { name });
    seen.add(name);
  }
}

function summary({ document, notes: _, ...segmentation }: Segmentation): SegmentationSummary {
  return {
    ...segmentation,
    method: document.method,
    k: document.model.k,
    features: document.recipe.features,
    silhouette: document.quality.silhouette,
    segments: document.segments.map(({ id, name, size, share }) => ({ id, name, size, share })),
    unassigned: document.unassigned?.size ?? 0,
    stability: document.evidence?.stability.segments.map(({ grade }) => grade) ?? null,
  };
}
