import { columnNames, numberedColumns } from '../shared/column-names.ts';
import { type CsvSourceParts, csvSource, usefulPlaces } from '../shared/csv-source.ts';
import { emptyFile } from '../shared/file-errors.ts';
import type { Format } from '../shared/format.ts';
import { type InputFile, longestLineBytes } from '../shared/input-file.ts';
import { RowCopy } from '../shared/row-copy.ts';
import { sampleRows } from '../shared/sample.ts';
import { WorkFiles } from '../shared/work-files.ts';
import type { Source, SourceOptions } from '../source.ts';
import { type ReadText, readText } from '../text/read-text.ts';
import { textHead } from '../text/text-head.ts';
import { detectDialect, firstRows } from './detect-dialect.ts';
import { detectHeader } from './detect-header.ts';
import type { Dialect } from './dialect.ts';
import { RegularityScan } from './regularity-scan.ts';
import { lineTooLong, rewriteRows } from './rewrite-rows.ts';
import { fitRow, RaggedRows, type RowRule, rowRule } from './row-rule.ts';

/** CSV and its relatives: any delimiter, quoting, line end and encoding. Takes every text that no other format takes. */
export const delimitedFormat: Format = {
  recognises: () => true,
  open(file, options) {
    const files = new WorkFiles(options.workDir);
    return files.keepIfDone(() => openDelimited(file, options, files));
  },
};

/** What the first characters of a text say about all of it. */
interface Plan {
  dialect: Dialect;
  hasHeader: boolean;
  /** As written; empty without a row of headings. */
  headings: string[];
  rule: RowRule;
  rows: string[][];
  /** A first line such as sep=; is for Excel and no row. */
  hasSeparatorLine: boolean;
}

async function openDelimited(file: InputFile, options: SourceOptions, files: WorkFiles): Promise<Source> {
  let plan = planReading(textHead(file), file.isWhole);
  const { dialect, hasHeader, rule } = plan;
  const scan = new RegularityScan(
    dialect,
    rule.width,
    hasHeader,
    plan.headings.some(isNameless) || plan.headings.length < rule.width,
  );
  const text = await readText(file, files, scan, {
    signal: options.signal,
    onShare: (share) => options.onProgress?.(share, scan.rows),
  });
  scan.finish();
  if (text.encoding === 'windows-1252')
    plan = { ...planReading(textHead(file, text.encoding), file.isWhole), dialect, hasHeader, rule };
  if (scan.longestLineBytes > longestLineBytes) throw lineTooLong(file.name, 1, scan.longestLineBytes);
  const parts =
    scan.isRegular && !plan.hasSeparatorLine && rule.width > 1
      ? asItStands(plan, text, scan)
      : await writtenAnew(plan, text, file, files, options.signal);
  const headings = hasHeader ? padded(plan.headings, rule.width) : new Array<string>(rule.width).fill('');
  const places = hasHeader ? usefulPlaces(headings, parts.filled) : headings.map((_, index) => index);
  const names = hasHeader ? columnNames(headings) : numberedColumns(rule.width);
  return csvSource({
    info: {
      name: file.name,
      bytes: file.bytes,
      format: 'csv',
      compression: file.compression,
      encoding: text.encoding,
      delimiter: dialect.delimiter,
      hasHeader,
      sheets: [],
    },
    columns: places.map((place) => names[place] as string),
    places,
    problems: text.problems,
    files,
    ...parts,
  });
}

function planReading(head: string, isWhole: boolean): Plan {
  const separator = /^sep=(.)\r?\n/i.exec(head);
  const text = separator ? head.slice(separator[0].length) : head;
  const detected = detectDialect(text, isWhole);
  const dialect = separator?.[1] ? { ...detected, delimiter: separator[1] } : detected;
  const all = firstRows(text, dialect, sampleRows + 1, isWhole);
  const hasHeader = detectHeader(all);
  const headings = hasHeader ? (all[0] ?? []) : [];
  const rows = hasHeader ? all.slice(1) : all;
  return { dialect, hasHeader, headings, rule: rowRule(rows, headings), rows, hasSeparatorLine: !!separator };
}

type ReadParts = Pick<CsvSourceParts, 'layout' | 'rows' | 'rejected'> & { filled: boolean[] };

function asItStands({ dialect, hasHeader, rule, rows }: Plan, text: ReadText, scan: RegularityScan): ReadParts {
  return {
    layout: {
      path: text.path,
      delimiter: dialect.delimiter ?? '\u001f',
      quote: dialect.quote,
      escape: dialect.escape,
      hasHeader,
      newline: scan.newline,
      width: rule.width,
      hasQuotedNewlines: scan.hasQuotedNewlines,
      hasShortLines: false,
      longestLineBytes: scan.longestLineBytes,
    },
    rows: rows.slice(0, sampleRows).map((row) => row.map((cell) => cell || null)),
    rejected: [],
    filled: Array.from({ length: rule.width }, (_, index) => index < scan.filledWidth),
  };
}

async function writtenAnew(
  { dialect, hasHeader, rule, hasSeparatorLine }: Plan,
  text: ReadText,
  file: InputFile,
  files: WorkFiles,
  signal: AbortSignal | undefined,
): Promise<ReadParts> {
  const copy = await RowCopy.create(await files.path('csv'));
  const ragged = new RaggedRows();
  let toSkip = (hasHeader ? 1 : 0) + (hasSeparatorLine ? 1 : 0);
  let seen = 0;
  try {
    await rewriteRows(
      text.path,
      file.name,
      dialect,
      copy,
      (row) => {
        seen++;
        if (toSkip > 0) {
          toSkip--;
          return;
        }
        const cells = fitRow(row.cells, rule);
        if (cells) copy.add(cells);
        else ragged.add(row);
      },
      signal,
    );
    if (seen === 0) throw emptyFile(file.name, 'only blank lines');
    const layout = await copy.finish(rule.width);
    const filled = Array.from({ length: rule.width }, (_, index) => copy.filled[index] ?? false);
    return { layout, rows: copy.sample, rejected: ragged.problems(file.name, rule.width), filled };
  } finally {
    await copy.abandon();
  }
}

function isNameless(heading: string): boolean {
  return heading.trim() === '';
}

function padded(headings: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => headings[index] ?? '');
}
