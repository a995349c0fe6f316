import type { ClienteleError, Problem, Sheet } from '@clientele/contracts';
import { columnNames, numberedColumns } from '../shared/column-names.ts';
import { csvSource, usefulPlaces } from '../shared/csv-source.ts';
import { emptyFile, fileError } from '../shared/file-errors.ts';
import type { InputFile } from '../shared/input-file.ts';
import { localFile } from '../shared/local-file.ts';
import { RowCopy } from '../shared/row-copy.ts';
import { WorkFiles } from '../shared/work-files.ts';
import type { Source, SourceOptions } from '../source.ts';
import { Archive, ArchiveFailure } from './archive.ts';
import { SheetJoin } from './sheet-join.ts';
import { SheetReader } from './sheet-reader.ts';
import { readPart, readSharedTexts, readStyles, readWorkbook, type SheetPart } from './workbook-parts.ts';

/** Opens a workbook as streams: neither a sheet nor the archive is ever held as a whole. */
export function openWorkbook(file: InputFile, options: SourceOptions): Promise<Source> {
  const files = new WorkFiles(options.workDir);
  return files.keepIfDone(() => readWorkbookFile(file, options, files));
}

async function readWorkbookFile(file: InputFile, options: SourceOptions, files: WorkFiles): Promise<Source> {
  const copy = await RowCopy.create(await files.path('csv'));
  try {
    const archive = await Archive.open(await localFile(file, files, 'xlsx', options.signal));
    try {
      if (!archive.has('xl/workbook.xml')) throw notWorkbook(file.name, archive.has('xl/workbook.bin'));
      return await readSheets(archive, copy, file, options, files);
    } finally {
      archive.close();
    }
  } catch (cause) {
    throw workbookFailure(cause, file.name);
  } finally {
    await copy.abandon();
  }
}

async function readSheets(
  archive: Archive,
  copy: RowCopy,
  file: InputFile,
  options: SourceOptions,
  files: WorkFiles,
): Promise<Source> {
  const { sheets: parts, epoch1904 } = await readWorkbook(archive);
  const context = {
    texts: await readSharedTexts(archive, options.signal),
    kinds: await readStyles(archive),
    epoch1904,
  };
  const chosen = options.sheets ? chooseSheets(parts, options.sheets, file.name) : [];
  const order = [...chosen, ...parts.filter((part) => !chosen.includes(part))];
  const join = new SheetJoin(copy);
  const found = new Map<string, Sheet>();
  for (const [index, part] of order.entries()) {
    join.begin(part.name, !options.sheets ? 'if equal' : chosen.includes(part) ? 'yes' : 'no');
    const reader = new SheetReader(context, (cells) => join.add(cells));
    const isThere = await readPart(archive, part.path, reader, options.signal, () => {
      options.onProgress?.(index / order.length, copy.rows);
      return copy.flush();
    });
    if (!isThere) throw new ArchiveFailure(`the sheet "${part.name}" is missing`);
    found.set(part.name, join.end());
  }
  if (!join.hasRows) throw emptyFile(file.name, 'no cell with content in its sheets');
  const sheets = parts.flatMap(({ name }) => found.get(name) ?? []);
  const layout = await copy.finish(join.headings.length);
  const headings = Array.from({ length: layout.width }, (_, index) => join.headings[index] ?? null);
  const filled = headings.map((_, index) => copy.filled[index] ?? false);
  const names = join.hasHeader ? columnNames(headings) : numberedColumns(headings.length);
  const places = usefulPlaces(headings, filled);
  return csvSource({
    info: {
      name: file.name,
      bytes: file.bytes,
      format: 'excel',
      compression: file.compression,
      encoding: null,
      delimiter: null,
      hasHeader: join.hasHeader,
      sheets,
    },
    columns: places.map((place) => names[place] as string),
    places,
    rows: copy.sample,
    layout,
    problems: options.sheets ? [] : leftOut(sheets, file.name),
    rejected: [],
    files,
  });
}

function chooseSheets(parts: readonly SheetPart[], wanted: readonly string[], name: string): SheetPart[] {
  return wanted.map((sheet) => {
    const part = parts.find((candidate) => candidate.name === sheet);
    if (part) return part;
    const names = parts.map((candidate) => candidate.name);
    throw fileError(
      'not-found',
      name,
      `has no sheet "${sheet}"; choose from ${names.map((candidate) => `"${candidate}"`).join(', ')}.`,
      { sheet, sheets: names },
    );
  });
}

function leftOut(sheets: readonly Sheet[], name: string): Problem[] {
  const others = sheets.filter((sheet) => !sheet.chosen && sheet.rows > 0);
  if (others.length === 0) return [];
  const names = others.map((sheet) => `"${sheet.name}"`).join(', ');
  const message = `${names} of ${name} ${others.length === 1 ? 'has' : 'have'} other headings than the first sheet and ${others.length === 1 ? 'was' : 'were'} not read; choose sheets to read others.`;
  return [{ severity: 'info', code: 'sheets-left-out', count: others.length, message }];
}

function notWorkbook(name: string, isBinaryWorkbook: boolean): ClienteleError {
  return fileError(
    isBinaryWorkbook ? 'unsupported' : 'format-unknown',
    name,
    isBinaryWorkbook
      ? 'is a binary Excel workbook (.xlsb); save it as .xlsx.'
      : 'is a ZIP archive that holds no Excel workbook; unpack it and give one of the files in it.',
  );
}

/** A failure inside the archive as a sentence about the workbook. */
function workbookFailure(cause: unknown, name: string): unknown {
  if (!(cause instanceof ArchiveFailure)) return cause;
  const found = cause.message;
  return fileError(
    'format-broken',
    name,
    `is an Excel workbook that cannot be read: ${found}; open it in Excel and save it again, or copy it again.`,
    { found },
    cause,
  );
}
