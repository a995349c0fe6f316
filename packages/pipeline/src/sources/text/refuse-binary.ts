import type { ClienteleError } from '@clientele/contracts';
import { acceptedFormats, fileError } from '../shared/file-errors.ts';
import type { InputFile } from '../shared/input-file.ts';
import { wideEncoding } from './detect-encoding.ts';

/** Beginnings of files that are often taken for a table, as Latin-1. */
const signatures: readonly (readonly [start: string, what: string, advice?: string])[] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF document', 'export the table behind it'],
  ['PK\x03\x04', 'a ZIP archive that holds no Excel workbook', 'unpack it and give one of the files in it'],
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'an old Excel workbook (.xls) or one that is locked with a password',
    'save it as .xlsx without a password',
  ],
  ['SQLite format 3\0', 'an SQLite database', 'export its table as CSV'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', 'unpack it'],
  ['Rar!', 'a RAR archive', 'unpack it'],
  ['\x28\xb5\x2f\xfd', 'compressed with Zstandard', 'decompress it or compress it with gzip'],
  ['BZh', 'compressed with bzip2', 'decompress it or compress it with gzip'],
  ['\xfd7zXZ', 'compressed with xz', 'decompress it or compress it with gzip'],
  ['\xff\xfe\0\0', 'text in UTF-32', 'save it as UTF-8'],
];

/** The refusal of a file that is no text, or null for text. */
export function binaryRefusal(file: InputFile): ClienteleError | null {
  const start = file.head.subarray(0, 16).toString('latin1');
  const known = signatures.find(([signature]) => start.startsWith(signature));
  const looksBinary = wideEncoding(file.head) === null && hasControlBytes(file.head);
  if (known && (looksBinary || known[0] === '%PDF')) {
    const [, what, advice] = known;
    return fileError(
      'format-unknown',
      file.name,
      `is ${what}; expected ${acceptedFormats}${advice ? `, so ${advice}` : ''}.`,
      { found: what },
    );
  }
  if (!looksBinary) return null;
  const zero = file.head.indexOf(0);
  const found = zero >= 0 ? `a zero byte at position ${zero + 1}` : 'control characters';
  return fileError(
    'format-unknown',
    file.name,
    `is binary (${found}) and of no kind that is known here; expected ${acceptedFormats}.`,
    { found },
  );
}

function hasControlBytes(head: Uint8Array): boolean {
  const length = Math.min(head.length, 1 << 16);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = head[at] as number;
    if (byte === 0) return true;
    if (byte !== 1 && byte < 28 && !(byte >= 9 && byte <= 13)) controls++;
  }
  return controls > length * 0.01 || head.indexOf(0) >= 0;
}
