import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ClienteleError,
  type ResultReceipt,
  resultReceiptSchema,
  type SegmentationDocument,
  version,
} from '@clientele/contracts';
import { readModel } from '@clientele/pipeline';
import type { Command } from 'commander';
import { withData } from '../open-data.ts';
import { readAttributeOptions } from '../options/attribute-options.ts';
import { addDataOptions, type DataOptions } from '../options/data-options.ts';
import { readRecipeOptions } from '../options/recipe-options.ts';
import { withSavedReading } from '../options/saved-reading.ts';
import { note, print, printJson } from '../output/print.ts';
import { textTable } from '../output/text-table.ts';
import { readTextFile } from '../read-text-file.ts';
import { type DataNames, segmentData } from '../segment-data.ts';
import { whatChanged } from '../what-changed.ts';
import { hashOfFile, resultContents } from '../write-results.ts';

interface VerifyOptions extends DataOptions {
  data?: string;
  attributes?: string;
}

/** How one file of the folder compares with what was made anew. */
interface VerifiedFile {
  name: string;
  /** `edited`: the file is not what the receipt says was written. */
  state: 'same' | 'different' | 'edited' | 'missing';
}

/** `clientele verify DIR`: makes the files of a segmentation again from its recipe and says whether they are the same. */
export function addVerify(program: Command): void {
  const command = program
    .command('verify <dir>')
    .description('make a segmentation again from its recipe and say whether it is the same, to the byte')
    .option('--data <file>', 'the file it was made from, where it is no longer where the receipt says')
    .option('--attributes <file>', 'the same for the joined table of customers');
  addDataOptions(command).action(verify);
}

async function verify(folder: string, options: VerifyOptions): Promise<void> {
  const receipt = await readReceipt(folder);
  const before = readModel(await readTextFile(join(folder, 'segmentation.json'), 'DIR'), 'segmentation.json');
  const file = sourcePath(folder, options.data, receipt?.source, '--data');
  const attributesFile =
    options.attributes ??
    (receipt?.attributes ? sourcePath(folder, undefined, receipt.attributes, '--attributes') : undefined);
  const isSameSource = receipt === null ? null : (await hashOfFile(file)) === receipt.source.sha256;
  const recipePath = join(folder, 'recipe.json');
  const { saved, ...input } = await readRecipeOptions({ recipe: recipePath });
  const attributes = readAttributeOptions({ ...(attributesFile && { attributes: attributesFile }) }, saved);
  const hasEvidence = receipt?.evidence ?? before.evidence !== null;
  const result = await withData(
    file,
    withSavedReading(options, saved),
    { isFinal: false, attributes },
    async (opened) => {
      const { document, features, labels } = await segmentData(opened, input, {
        evidence: hasEvidence,
        names: namesOf(before),
      });
      const made = await Promise.all(
        resultContents({ document, table: features, labels }).map(async ([name, content]) => {
          const hash = createHash('sha256');
          for await (const chunk of content()) hash.update(chunk);
          return [name, hash.digest('hex')] as const;
        }),
      );
      return { document, files: await compareFiles(folder, receipt, made) };
    },
  );
  const isSame = result.files.every(({ state }) => state === 'same');
  const changes = isSame ? [] : whatChanged({ before, after: result.document, isSameSource, files: result.files });
  if (options.json)
    await printJson({ same: isSame, files: result.files, changes, receipt: result.document.receipt, version });
  else await printVerified(folder, result, isSame, changes);
  if (!isSame) process.exitCode = 1;
}

async function printVerified(
  folder: string,
  { document, files }: { document: SegmentationDocument; files: VerifiedFile[] },
  isSame: boolean,
  changes: string[],
): Promise<void> {
  await print(
    textTable(
      [{ label: 'File' }, { label: 'Made again' }],
      files.map(({ name, state }) => [name, state]),
    ),
  );
  const { data, recipe, version: made } = document.receipt;
  await print(`\nReceipt: data ${data.slice(0, 12)}, recipe ${recipe.slice(0, 12)}, version ${made}`);
  if (isSame) await print(`The segmentation in ${folder} was made again, the same to the byte.`);
  else for (const change of changes) note(change);
}

function namesOf({ recipe: { data } }: SegmentationDocument): DataNames {
  return { name: data.name, attributes: data.attributes?.name };
}

/** The receipt of the folder; null for a folder that holds only what was downloaded. */
async function readReceipt(folder: string): Promise<ResultReceipt | null> {
  const path = join(folder, 'receipt.json');
  for (const name of ['segmentation.json', 'recipe.json'])
    if (!existsSync(join(folder, name)))
      throw new ClienteleError(
        'not-found',
        `${folder} holds no ${name}; give the folder that \`clientele segment --out\` wrote, or one with both files as downloaded.`,
        { folder },
      );
  if (!existsSync(path)) return null;
  const parsed = resultReceiptSchema.safeParse(parseJson(await readTextFile(path, 'DIR')));
  if (parsed.success) return parsed.data;
  throw new ClienteleError(
    'format-broken',
    `${path} is no receipt: ${parsed.error.issues[0]?.path.join('.') || 'it'} is not as \`clientele segment --out\` writes it; write the folder anew, or remove the file and give --data.`,
    { path },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sourcePath(
  folder: string,
  given: string | undefined,
  source: ResultReceipt['source'] | undefined,
  option: string,
): string {
  const path = given ?? (source === undefined ? undefined : resolve(folder, source.path));
  if (path !== undefined && existsSync(path)) return path;
  const why =
    path === undefined
      ? `${folder} holds no receipt.json, so where its data are is not known`
      : given === undefined
        ? `The data are no longer at ${source?.path} (from ${folder})`
        : `There is no file ${path}`;
  throw new ClienteleError('not-found', `${why}; name the file with ${option} FILE.`, { option });
}

async function compareFiles(
  folder: string,
  receipt: ResultReceipt | null,
  made: readonly (readonly [string, string])[],
): Promise<VerifiedFile[]> {
  const wanted = receipt === null ? made.filter(([name]) => existsSync(join(folder, name))) : made;
  return Promise.all(
    wanted.map(async ([name, hash]): Promise<VerifiedFile> => {
      const path = join(folder, name);
      if (!existsSync(path)) return { name, state: 'missing' };
      const found = await hashOfFile(path);
      if (found === hash) return { name, state: 'same' };
      return { name, state: receipt?.files[name] === hash ? 'edited' : 'different' };
    }),
  );
}
