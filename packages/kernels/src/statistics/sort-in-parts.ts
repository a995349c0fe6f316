import { type Hooks, stopIfAsked } from '../hooks.ts';

/** Values sorted in one go, a few milliseconds. */
const PART = 32_768;

/** Sorts ascending in place, as `sort` does, but looks at its hooks on the way: parts are sorted, then merged two by two. Cost n log n; memory n. */
export function sortInPartsInPlace(values: Float64Array, hooks: Hooks = {}): void {
  const n = values.length;
  const parts = Math.ceil(n / PART);
  const steps = parts * (1 + Math.ceil(Math.log2(Math.max(1, parts))));
  let done = 0;
  const look = (count: number): void => {
    stopIfAsked(hooks);
    done += count;
    hooks.onProgress?.(Math.min(1, done / steps));
  };
  for (let at = 0; at < n; at += PART) {
    values.subarray(at, at + PART).sort();
    look(1);
  }
  let from = values;
  let into: Float64Array = new Float64Array(parts > 1 ? n : 0);
  for (let width = PART; width < n; width *= 2) {
    for (let at = 0; at < n; at += 2 * width) {
      const middle = Math.min(n, at + width);
      const end = Math.min(n, at + 2 * width);
      for (let a = at, b = middle, to = at; to < end; to++) {
        into[to] = b >= end || (a < middle && from[a] <= from[b]) ? from[a++] : from[b++];
        if ((to + 1) % PART === 0) look(1);
      }
    }
    [from, into] = [into, from];
  }
  if (from !== values) values.set(from);
}
