import type { ClienteleError } from '@clientele/contracts';
import { columnNames } from '../shared/column-names.ts';
import { csvSource } from '../shared/csv-source.ts';
import { emptyFile, excerpt, fileError } from '../shared/file-errors.ts';
import type { Format } from '../shared/format.ts';
import { type InputFile, longestLineBytes } from '../shared/input-file.ts';
import { RowCopy } from '../shared/row-copy.ts';
import { WorkFiles } from '../shared/work-files.ts';
import type { Source, SourceOptions } from '../source.ts';
import { wideEncoding } from '../text/detect-encoding.ts';
import { textHead } from '../text/text-head.ts';
import { Transcoder } from '../text/transcoder.ts';
import { jsonCell, parseExactly } from './json-cells.ts';
import { ValueSplitter } from './split-values.ts';

/** One JSON object a line, objects one after the other, or an array of objects. */
export const jsonLinesFormat: Format = {
  recognises(file) {
    const start = textHead(file).slice(0, 1000).trimStart();
    return /^(\{\s*["}]|\[\s*[{\]])/.test(start) || ['.json', '.jsonl', '.ndjson'].includes(file.extension);
  },
  open(file, options) {
    const files = new WorkFiles(options.workDir);
    return files.keepIfDone(() => openJsonLines(file, options, files));
  },
};

async function openJsonLines(file: InputFile, options: SourceOptions, files: WorkFiles): Promise<Source> {
  const copy = await RowCopy.create(await files.path('csv'));
  const places = new Map<string, number>();
  const splitter = new ValueSplitter((text, line) => copy.add(objectCells(text, line, places, file.name)));
  const encoding = wideEncoding(file.head) ?? 'utf-8';
  try {
    await pushAll(file, splitter, copy, options);
    const isOpen = splitter.end();
    if (isOpen) throw invalidJson(file.name, splitter.line, 'the end of the file inside the array');
    if (copy.rows === 0) throw emptyFile(file.name, 'no objects in it');
  } catch (cause) {
    await copy.abandon();
    throw cause;
  }
  const keys = [...places.keys()];
  const columns = columnNames(keys);
  return csvSource({
    info: {
      name: file.name,
      bytes: file.bytes,
      format: 'json-lines',
      compression: file.compression,
      encoding,
      delimiter: null,
      hasHeader: true,
      sheets: [],
    },
    columns,
    places: columns.map((_, index) => index),
    layout: await copy.finish(columns.length),
    rows: copy.sample,
    problems: [],
    rejected: [],
    files,
  });
}

async function pushAll(file: InputFile, splitter: ValueSplitter, copy: RowCopy, options: SourceOptions) {
  const transcoder = new Transcoder(wideEncoding(file.head) ?? 'mixed');
  const reading = {
    signal: options.signal,
    onShare: (share: number) => options.onProgress?.(share, copy.rows),
  };
  for await (const chunk of file.chunks(reading)) {
    splitter.push(transcoder.push(chunk).toString('utf8'));
    if (splitter.held > longestLineBytes)
      throw invalidJson(file.name, splitter.line, `a value of more than ${Math.floor(longestLineBytes / 1e6)} MB`);
    await copy.flush();
  }
  splitter.push(transcoder.end().toString('utf8'));
}

function objectCells(text: string, line: number, places: Map<string, number>, name: string): (string | null)[] {
  let value: unknown;
  try {
    value = parseExactly(text);
  } catch (cause) {
    throw invalidJson(name, line, `"${excerpt(text)}"`, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidJson(name, line, `"${excerpt(text)}"`);
  const cells: (string | null)[] = [];
  for (const [key, content] of Object.entries(value)) {
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
    }
    cells[place] = jsonCell(content);
  }
  return Array.from({ length: places.size }, (_, index) => cells[index] ?? null);
}

function invalidJson(name: string, line: number, found: string, cause?: unknown): ClienteleError {
  return fileError(
    'format-broken',
    name,
    `has ${found} at line ${line}, expected one JSON object a line or an array of objects; correct or remove it.`,
    { line, found },
    cause,
  );
}
