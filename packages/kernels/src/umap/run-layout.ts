import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createRandom } from '../random/create-random.ts';
import { simd } from '../simd/simd.ts';
import { compiledPlane } from './compiled-plane.ts';
import type { Layout, MoveRows } from './create-layout.ts';
import { moveInPlane } from './move-in-plane.ts';
import { moveInSpace } from './move-in-space.ts';
import { moveInAny } from './move-plain.ts';

const ROWS_BETWEEN_LOOKS = 4_096;

/** The pass for a number of dimensions: loops of their own for 2 and 3. */
export function moveRowsFor(dimensions: number): MoveRows {
  if (dimensions === 2) return moveInPlane;
  return dimensions === 3 ? moveInSpace : moveInAny;
}

/**
 * Moves the places down the cross entropy between the graph and the picture: along each edge in proportion to its weight, and off rows
 * drawn at random, at a rate that falls from 1 to 0. Source: McInnes, Healy and Melville 2018, algorithm 5; negative sampling after
 * Mikolov 2013. The pushes of one move all start from the same place; one row after the other, so that the same seed gives the same
 * picture. In the plane the compiled loop runs where there is one, to the same bits. Cost epochs x n x k.
 */
export function runLayoutInPlace(
  layout: Layout,
  { epochs, seed }: { epochs: number; seed: number },
  hooks: Hooks = {},
  moveRows?: MoveRows,
): void {
  const loops = moveRows === undefined && layout.dimensions === 2 ? simd() : null;
  const compiled = loops === null ? null : compiledPlane(loops, layout);
  const move = moveRows ?? moveRowsFor(layout.dimensions);
  let state = createRandom(seed, -33).integer(2 ** 32) | 1;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const rate = 1 - (epoch - 1) / epochs;
    for (let from = 0; from < layout.rows; from += ROWS_BETWEEN_LOOKS) {
      stopIfAsked(hooks);
      const to = Math.min(layout.rows, from + ROWS_BETWEEN_LOOKS);
      state =
        compiled === null
          ? move(layout, from, to, epoch, rate, state)
          : compiled.moveRows(from, to, epoch, rate, state);
      hooks.onProgress?.((epoch - 1 + to / layout.rows) / epochs);
    }
  }
  compiled?.bringBack();
}
