/** A seeded source of random numbers; the same seed gives the same numbers on every machine. */
export interface Random {
  /** Starts the sequence of another seed. */
  reseed(seed: number): void;
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Normal with mean 0 and standard deviation 1 (Box-Muller). */
  normal(): number;
}

/** Mixes whole numbers into one unsigned 32-bit seed, so that neighbouring keys give unrelated sequences. */
export function mixSeed(a: number, b: number, c = 0): number {
  let h = scramble((a ^ 0x9e3779b9) >>> 0);
  h = scramble((h ^ b) >>> 0);
  return scramble((h ^ Math.imul(c, 0x85ebca6b)) >>> 0);
}

/** The finaliser of MurmurHash3 (Appleby, public domain). */
function scramble(value: number): number {
  let h = value + 0x6d2b79f5;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The mulberry32 generator (Ettinger, public domain): 32 bits of state, cheap to restart for each order. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const exponential = (): number => -Math.log(1 - next());
  return {
    reseed(value) {
      state = value >>> 0;
    },
    next,
    below: (n) => Math.floor(next() * n),
    exponential,
    normal: () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * next()),
  };
}
