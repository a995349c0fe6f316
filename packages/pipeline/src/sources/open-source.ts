import { delimitedFormat } from './delimited/delimited-format.ts';
import { excelFormat } from './excel/excel-format.ts';
import { fixedSpaceFormat } from './fixed-space/fixed-space-format.ts';
import { jsonLinesFormat } from './json-lines/json-lines-format.ts';
import { parquetFormat } from './parquet/parquet-format.ts';
import type { Format } from './shared/format.ts';
import { openInput } from './shared/input-file.ts';
import { tenASecond } from './shared/ten-a-second.ts';
import type { Source, SourceOptions } from './source.ts';
import { binaryRefusal } from './text/refuse-binary.ts';

/** Formats of bytes that are no text, and those of text, each in the order in which they are asked. */
const binaryFormats: readonly Format[] = [parquetFormat, excelFormat];
const textFormats: readonly Format[] = [jsonLinesFormat, fixedSpaceFormat, delimitedFormat];

/**
 * Recognises a file and makes it ready to be read. Looks at all its bytes once (text) but holds none of it; writes a
 * normalised copy into `workDir` where the engine could not read the file as it is. Throws `not-found`,
 * `file-unreadable`, `file-empty`, `format-unknown`, `format-broken`, `too-large` and `cancelled`.
 */
export async function openSource(path: string, given: SourceOptions): Promise<Source> {
  const options: SourceOptions = { ...given, onProgress: tenASecond(given.onProgress) };
  const file = await openInput(path, options.name, options.signal);
  const binary = binaryFormats.find((format) => format.recognises(file));
  if (binary) return binary.open(file, options);
  const refusal = binaryRefusal(file);
  if (refusal) throw refusal;
  const text = textFormats.find((format) => format.recognises(file)) ?? delimitedFormat;
  return text.open(file, options);
}
