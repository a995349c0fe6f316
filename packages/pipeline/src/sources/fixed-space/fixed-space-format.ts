import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Problem } from '@clientele/contracts';
import { isTyped } from '../delimited/cell-kinds.ts';
import { detectDialect } from '../delimited/detect-dialect.ts';
import { detectHeader } from '../delimited/detect-header.ts';
import { RaggedRows } from '../delimited/row-rule.ts';
import { columnNames, numberedColumns } from '../shared/column-names.ts';
import { csvSource } from '../shared/csv-source.ts';
import { throwIfCancelled } from '../shared/file-errors.ts';
import type { Format } from '../shared/format.ts';
import type { InputFile } from '../shared/input-file.ts';
import { RowCopy } from '../shared/row-copy.ts';
import { WorkFiles } from '../shared/work-files.ts';
import type { Source, SourceOptions } from '../source.ts';
import { readText } from '../text/read-text.ts';
import { textHead } from '../text/text-head.ts';

/** Columns of numbers set apart by runs of spaces, mostly without headings, as CDNOW's. */
export const fixedSpaceFormat: Format = {
  recognises(file) {
    const head = textHead(file);
    if (!/ {2}|^ /m.test(head.slice(0, 1 << 14))) return false;
    const rows = headRows(head, file.isWhole);
    const width = rows[0]?.length ?? 0;
    if (width < 2 || rows.length < 2) return false;
    const cells = rows.slice(1).flat();
    const isEven = rows.filter((row) => row.length === width).length >= rows.length * 0.95;
    const isTable = isEven && cells.filter(isTyped).length >= cells.length / 2;
    return isTable && detectDialect(head, file.isWhole).delimiter === null;
  },
  open(file, options) {
    const files = new WorkFiles(options.workDir);
    return files.keepIfDone(() => openFixedSpace(file, options, files));
  },
};

function headRows(head: string, isWhole: boolean): string[][] {
  const lines = head.split(/\r\n|\n|\r/);
  if (!isWhole) lines.pop();
  return lines
    .slice(0, 200)
    .map(splitLine)
    .filter((cells) => cells.length > 0);
}

function splitLine(line: string): string[] {
  const text = line.trim();
  return text === '' ? [] : text.split(/[ \t]+/);
}

async function openFixedSpace(file: InputFile, options: SourceOptions, files: WorkFiles): Promise<Source> {
  const first = headRows(textHead(file), file.isWhole);
  const width = first[0]?.length ?? 0;
  const hasHeader = detectHeader(first);
  const text = await readText(
    file,
    files,
    { begin: () => undefined, push: () => undefined },
    {
      signal: options.signal,
      onShare: (share) => options.onProgress?.(share / 2, 0),
    },
  );
  const copy = await RowCopy.create(await files.path('csv'));
  const rejected = await copyLines(text.path, file.name, width, hasHeader, copy, options.signal);
  const layout = await copy.finish(width);
  const columns = hasHeader ? columnNames(first[0] ?? []) : numberedColumns(width);
  return csvSource({
    info: {
      name: file.name,
      bytes: file.bytes,
      format: 'fixed-space',
      compression: file.compression,
      encoding: text.encoding,
      delimiter: ' ',
      hasHeader,
      sheets: [],
    },
    columns,
    places: columns.map((_, index) => index),
    rows: copy.sample,
    layout,
    problems: text.problems,
    rejected,
    files,
  });
}

async function copyLines(
  path: string,
  name: string,
  width: number,
  hasHeader: boolean,
  copy: RowCopy,
  signal: AbortSignal | undefined,
): Promise<Problem[]> {
  const ragged = new RaggedRows();
  let toSkip = hasHeader ? 1 : 0;
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      throwIfCancelled(signal);
      line++;
      const cells = splitLine(text.replace(/^\ufeff/, ''));
      if (cells.length === 0 || toSkip-- > 0) continue;
      if (cells.length === width) copy.add(cells);
      else ragged.add({ cells, line });
      await copy.flush();
    }
  } catch (cause) {
    await copy.abandon();
    throw cause;
  }
  return ragged.problems(name, width);
}
