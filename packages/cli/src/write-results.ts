import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type ResultReceipt, ruleDialects, type SegmentationDocument } from '@clientele/contracts';
import {
  customerRows,
  customersCsv,
  type FeatureTable,
  prettyJson,
  recipeJson,
  rulesAs,
  segmentationJson,
  segmentColumnsOf,
} from '@clientele/pipeline';
import { writeWhole } from './write-whole.ts';

/** A segmentation to be written. */
export interface Results {
  document: SegmentationDocument;
  table: FeatureTable;
  labels: Int32Array;
}

/** The files that it was made from. */
export interface ResultSources {
  file: string;
  attributes?: string | undefined;
}

const rulesFolder = 'rules';
const rulesFile = (dialect: string) => `${rulesFolder}/${dialect === 'javascript' ? 'rules.js' : `${dialect}.sql`}`;

/** The files that the folder of a segmentation holds, the receipt last. */
export function resultFiles({ evidence }: SegmentationDocument): string[] {
  const rules = evidence === null ? [] : ruleDialects.map(rulesFile);
  return ['customers.csv', 'segmentation.json', 'recipe.json', ...rules, 'receipt.json'];
}

/** Each file's content but the receipt's, by name; the same bytes for the same work. */
export function resultContents({ document, table, labels }: Results): [string, () => Content][] {
  const rules = document.evidence === null ? [] : ruleDialects;
  return [
    [
      'customers.csv',
      () =>
        customersCsv({
          rows: customerRows(table, labels),
          features: table.features,
          segments: segmentColumnsOf(document),
        }),
    ],
    ['segmentation.json', () => [segmentationJson(document)]],
    ['recipe.json', () => [recipeJson(document.recipe)]],
    ...rules.map((dialect): [string, () => Content] => [
      rulesFile(dialect),
      () => [rulesAs(document, dialect, { table: 'customers' })],
    ]),
  ];
}

type Content = Iterable<string> | AsyncIterable<string>;

/** Writes a segmentation into a folder, and a receipt by which `clientele verify` repeats it. */
export async function writeResults(folder: string, results: Results, sources: ResultSources): Promise<void> {
  const files: Record<string, string> = {};
  for (const [name, content] of resultContents(results)) {
    const hash = createHash('sha256');
    await writeWhole(join(folder, name), hashed(content(), hash));
    files[name] = hash.digest('hex');
  }
  const { file, attributes } = sources;
  const receipt: ResultReceipt = {
    format: 'clientele/receipt',
    version: 1,
    source: await sourceOf(folder, file),
    attributes: attributes === undefined ? null : await sourceOf(folder, attributes),
    receipt: results.document.receipt,
    evidence: results.document.evidence !== null,
    files,
  };
  await writeWhole(join(folder, 'receipt.json'), [prettyJson(receipt)]);
}

async function* hashed(content: Content, hash: ReturnType<typeof createHash>): AsyncGenerator<string> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

async function sourceOf(folder: string, path: string): Promise<ResultReceipt['source']> {
  return { path: relative(folder, path).split(sep).join('/'), sha256: await hashOfFile(path) };
}

/** SHA-256 of a file, in hex. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
