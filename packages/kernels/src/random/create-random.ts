/** A seeded generator of numbers; the same seed and streams give the same numbers on every machine. */
export interface Random {
  /** A number in [0, 1) with 53 random bits. */
  next(): number;
  /** A whole number in 0..n-1. */
  integer(n: number): number;
}

const PARTS = 2 ** 32;

/** Murmur3's finaliser: every bit of the input reaches every bit of the answer. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Seeded generator sfc32 (Doty-Humphrey's Small Fast Chaotic, 128 bits of state).
 *
 * `streams` name an independent series under the same seed, so that work can be split without its parts
 * sharing numbers: `createRandom(seed, clusters, start)`. Seed and streams are whole numbers; RangeError otherwise.
 */
export function createRandom(seed: number, ...streams: number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  for (const word of [seed, ...streams]) {
    if (!Number.isSafeInteger(word)) throw new RangeError(`seed and streams must be whole numbers, got ${word}`);
    const high = Math.floor(word / PARTS);
    a = mix(a ^ (word >>> 0));
    b = mix(Math.imul(b, 31) + a + high);
    c = mix(c ^ b ^ Math.imul(a, 0x9e3779b1));
  }
  let counter = 1;

  const draw = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) draw();

  const next = (): number => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992;
  return { next, integer: (n) => Math.floor(next() * n) };
}
