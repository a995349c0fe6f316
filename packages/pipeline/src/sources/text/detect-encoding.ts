/** Encodings that a byte order mark or the place of the zero bytes gives away; the rest is found while reading. */
export type WideEncoding = 'utf-16le' | 'utf-16be';

/** UTF-16, where the first bytes show it: by its mark, or by zeros in every second place. */
export function wideEncoding(head: Uint8Array): WideEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const length = Math.min(head.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (half >= 2 && odd > half * 0.4 && even < half * 0.02) return 'utf-16le';
  if (half >= 2 && even > half * 0.4 && odd < half * 0.02) return 'utf-16be';
  return null;
}
