/** Every one of `count` things on its own. */
export function createSets(count: number): Int32Array {
  const parents = new Int32Array(count);
  for (let i = 0; i < count; i++) parents[i] = i;
  return parents;
}

/** The one that stands for the set of `i`. Halves the path it walks (Tarjan and van Leeuwen 1984). */
export function findSet(parents: Int32Array, i: number): number {
  let at = i;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]];
    at = parents[at];
  }
  return at;
}

/** Makes one set of two; the lower one stands for it. True where they were two. */
export function joinSets(parents: Int32Array, i: number, j: number): boolean {
  const a = findSet(parents, i);
  const b = findSet(parents, j);
  if (a === b) return false;
  if (a < b) parents[b] = a;
  else parents[a] = b;
  return true;
}
