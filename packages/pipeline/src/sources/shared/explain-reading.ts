import { isClienteleError, type SourceInfo } from '@clientele/contracts';
import { fileError } from './file-errors.ts';

const readingFailures =
  /CSV|Parquet|parquet|No files found|IO Error|Could not read|Invalid Input Error.*file|unicode|TProtocol|Thrift|Snappy|ZSTD|ecompress|page header/;

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message}\n${cause.cause.message}` : cause.message;
}

/** The engine's failure while it read a file as a sentence about the file; any other failure as it was. */
export function explainReading(cause: unknown, info: Pick<SourceInfo, 'name' | 'format'>): unknown {
  if (isClienteleError(cause) && cause.code !== 'internal') return cause;
  const text = messageOf(cause);
  if (!readingFailures.test(text)) return cause;
  if (/No files found|Cannot open file|No such file/.test(text))
    return fileError(
      'file-unreadable',
      info.name,
      'is no longer there or may not be read; import it again.',
      {},
      cause,
    );
  if (info.format === 'parquet')
    return fileError(
      'format-broken',
      info.name,
      'is a damaged Parquet file: part of it could not be read, so write or download it again.',
      {},
      cause,
    );
  const line = /Line: (\d+)/.exec(text)?.[1];
  return fileError(
    'format-broken',
    info.name,
    `could not be read${line ? ` at line ${line}` : ''} although it was readable when it was opened; see that nothing writes to it and import it again.`,
    line ? { line: Number(line) } : {},
    cause,
  );
}
