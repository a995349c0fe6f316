import type { RfmBox } from '@clientele/contracts';
import type { Code } from './cells.ts';

type Range = [number, number];

/** The codes as boxes, not always the fewest: runs along the last axis are joined, then equal runs along the ones before. */
export function boxesOf(codes: readonly Code[]): RfmBox[] {
  const dimensions = codes[0]?.length ?? 0;
  let blocks: Range[][] = codes.map((code) => code.map((score): Range => [score, score]));
  for (let axis = dimensions - 1; axis >= 0; axis--) blocks = joinedAlong(blocks, axis);
  return blocks.map(([r = [1, 1], ...rest]) => {
    const [first, last] = rest;
    return dimensions === 2
      ? { r, ...(first && { fm: first }) }
      : { r, ...(first && { f: first }), ...(last && { m: last }) };
  });
}

/** Blocks that differ along one axis only, and touch there, as one; the highest first. */
function joinedAlong(blocks: readonly Range[][], axis: number): Range[][] {
  const lines = new Map<string, Range[][]>();
  for (const block of blocks) {
    const line = JSON.stringify(block.filter((_, i) => i !== axis));
    lines.set(line, [...(lines.get(line) ?? []), block]);
  }
  return [...lines.values()].flatMap((line) => {
    const sorted = [...line].sort((a, b) => (b[axis]?.[0] ?? 0) - (a[axis]?.[0] ?? 0));
    const joined: Range[][] = [];
    for (const block of sorted) {
      const [low, high] = block[axis] ?? [0, 0];
      const above = joined.at(-1)?.[axis];
      if (above !== undefined && above[0] - 1 <= high) above[0] = Math.min(above[0], low);
      else joined.push(block.map((range): Range => [...range]));
    }
    return joined;
  });
}
