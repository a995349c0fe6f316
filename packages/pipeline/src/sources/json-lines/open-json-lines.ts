import type { ClienteleError } from '@clientele/contracts';
import { columnNames } from '../shared/column-names.ts';
import { csvSource } from '../shared/csv-source.ts';
import { emptyFile, excerpt, fileError } from '../shared/file-errors.ts';
import { type InputFile, longestLineBytes } from '../shared/input-file.ts';
import { RowCopy } from '../shared/row-copy.ts';
import { WorkFiles } from '../shared/work-files.ts';
import type { Source, SourceOptions } from '../source.ts';
import { wideEncoding } from '../text/detect-encoding.ts';
import { textHead } from '../text/text-head.ts';
import { Transcoder } from '../text/transcoder.ts';
import { jsonCell } from './json-cells.ts';
import { JsonFailure, type ValueReader, valueReader } from './read-values.ts';

/** Opens JSON: one object a line, objects one after the other, or an array of objects. */
export function openJsonLines(file: InputFile, options: SourceOptions): Promise<Source> {
  const files = new WorkFiles(options.workDir);
  return files.keepIfDone(() => readJsonFile(file, options, files));
}

async function readJsonFile(file: InputFile, options: SourceOptions, files: WorkFiles): Promise<Source> {
  const copy = await RowCopy.create(await files.path('csv'));
  const places = new Map<string, number>();
  const encoding = wideEncoding(file.head) ?? 'utf-8';
  const reader = valueReader(textHead(file), (value, line) => copy.add(objectCells(value, line, places, file.name)));
  try {
    await pushAll(file, reader, copy, options);
    if (copy.rows === 0) throw emptyFile(file.name, 'no objects in it');
  } catch (cause) {
    await copy.abandon();
    throw cause instanceof JsonFailure ? invalidJson(file.name, reader.line, cause.message, cause) : cause;
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

async function pushAll(file: InputFile, reader: ValueReader, copy: RowCopy, options: SourceOptions) {
  const transcoder = new Transcoder(wideEncoding(file.head) ?? 'mixed');
  const reading = {
    signal: options.signal,
    onShare: (share: number) => options.onProgress?.(share, copy.rows),
  };
  for await (const chunk of file.chunks(reading)) {
    reader.push(transcoder.push(chunk));
    if (reader.held > longestLineBytes)
      throw new JsonFailure(`a value of more than ${Math.floor(longestLineBytes / 1e6)} MB`);
    await copy.flush();
  }
  reader.push(transcoder.end());
  reader.end();
}

function objectCells(value: unknown, line: number, places: Map<string, number>, name: string): (string | null)[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidJson(name, line, `"${excerpt(JSON.stringify(value))}"`);
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
