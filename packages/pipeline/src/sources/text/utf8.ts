/** Characters of Windows-1252 for the bytes 80 to 9F, as the WHATWG's encoding standard has them. */
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

/** How many bytes at the end begin a character that is not complete yet. */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Length of the valid character of several bytes at a place, 0 where there is none (RFC 3629, table 3-7 of Unicode). */
function validLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length = sequenceLength(lead);
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1] as number;
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < from || second > to) return 0;
  for (let next = 2; next < length; next++) if (((bytes[at + next] as number) & 0xc0) !== 0x80) return 0;
  return length;
}

export interface Repaired {
  bytes: Buffer;
  multibyte: number;
  invalid: number;
}

/** Valid UTF-8 stays; every other byte is read as Windows-1252. */
export function repairUtf8(bytes: Uint8Array): Repaired {
  const target = Buffer.allocUnsafe(bytes.length * 3);
  let length = 0;
  let multibyte = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const valid = byte < 0x80 ? 1 : validLength(bytes, at);
    if (valid === 0) {
      length = writeWindows1252(target, length, byte);
      invalid++;
      at++;
      continue;
    }
    if (valid > 1) multibyte++;
    for (const end = at + valid; at < end; at++) target[length++] = bytes[at] as number;
  }
  return { bytes: target.subarray(0, length), multibyte, invalid };
}

export function windows1252ToUtf8(bytes: Uint8Array): Buffer {
  const target = Buffer.allocUnsafe(bytes.length * 3);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80) target[length++] = byte;
    else length = writeWindows1252(target, length, byte);
  }
  return target.subarray(0, length);
}

function writeWindows1252(target: Buffer, at: number, byte: number): number {
  const code = byte < 0xa0 ? (windows1252[byte - 0x80] as number) : byte;
  if (code < 0x800) {
    target[at] = 0xc0 | (code >> 6);
    target[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  target[at] = 0xe0 | (code >> 12);
  target[at + 1] = 0x80 | ((code >> 6) & 0x3f);
  target[at + 2] = 0x80 | (code & 0x3f);
  return at + 3;
}
