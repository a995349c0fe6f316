import type { Inspection } from '@clientele/contracts';
import type { Text, TextKey } from '@clientele/texts';
import { formatsFor } from '../../../lib/formats-for.ts';

const delimiters: Record<string, TextKey | undefined> = {
  ',': 'source.comma',
  ';': 'source.semicolon',
  '\t': 'source.tab',
  '|': 'source.bar',
  ' ': 'source.space',
};

const encodings: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const formatNames = {
  excel: 'source.excel',
  parquet: null,
  'json-lines': 'source.jsonLines',
  'fixed-space': 'source.fixed',
} as const;

/** 47.2 MB */
export function byteText(bytes: number, text: Text): string {
  const units = ['', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const written = formatsFor(null).fixed(value, unit === 0 || value >= 100 ? 0 : 1);
  return unit === 0 ? text('source.bytes', { value: written }) : `${written} ${units[unit]}`;
}

/** What the file was recognised as, in one line. */
export function sourceFacts({ source, rows, columns }: Inspection, text: Text): string {
  const { format, delimiter } = source;
  const formatKey = format === 'csv' ? null : formatNames[format];
  const delimiterKey = delimiter === null ? undefined : delimiters[delimiter];
  return [
    source.name,
    byteText(source.bytes, text),
    ...(format === 'parquet' ? ['Parquet'] : formatKey === null ? [] : [text(formatKey)]),
    ...(source.compression === 'gzip' ? ['gzip'] : []),
    ...(source.encoding === null ? [] : [encodings[source.encoding] ?? source.encoding]),
    ...(delimiter === null
      ? []
      : [delimiterKey === undefined ? text('source.other', { sign: delimiter }) : text(delimiterKey)]),
    ...(source.hasHeader ? [] : [text('source.noHeader')]),
    text('source.lines', { n: rows }),
    text('source.columns', { n: columns.length }),
  ].join(', ');
}
