import type { Inspection } from '@clientele/contracts';
import { counted } from '../../../lib/count-word.ts';
import { formatsFor } from '../../../lib/formats-for.ts';

const delimiters: Record<string, string> = {
  ',': 'comma separated',
  ';': 'semicolon separated',
  '\t': 'tab separated',
  '|': 'bar separated',
  ' ': 'space separated',
};

const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const formatNames = {
  csv: 'CSV',
  excel: 'Excel workbook',
  parquet: 'Parquet',
  'json-lines': 'JSON lines',
  'fixed-space': 'columns by spaces',
};

/** 47.2 MB */
export function byteText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatsFor(null).fixed(value, unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}

/** What the file was recognised as, in one line. */
export function sourceFacts({ source, rows, columns }: Inspection): string {
  const formats = formatsFor(null);
  return [
    source.name,
    byteText(source.bytes),
    ...(source.format === 'csv' ? [] : [formatNames[source.format]]),
    ...(source.compression === 'gzip' ? ['gzip'] : []),
    ...(source.encoding === null ? [] : [encodings[source.encoding] ?? source.encoding]),
    ...(source.delimiter === null ? [] : [delimiters[source.delimiter] ?? `separated by ${source.delimiter}`]),
    ...(source.hasHeader ? [] : ['no header line']),
    counted(rows, 'line', formats.count(rows)),
    counted(columns.length, 'column', formats.count(columns.length)),
  ].join(', ');
}
