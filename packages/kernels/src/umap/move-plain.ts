import { type Layout, MAX_MOVE, PUSHES } from './create-layout.ts';
import { attractionAt, repulsionAt } from './force-table.ts';

/** The pass of the layout in any number of dimensions, straight from the definition: the reference of the fast ones. */
export function moveInAny(
  { rows, dimensions: d, begins, ends, every, due, places, curve }: Layout,
  from: number,
  to: number,
  epoch: number,
  rate: number,
  state: number,
): number {
  let random = state;
  const squareBetween = (i: number, j: number): number => {
    let sum = 0;
    for (let c = 0; c < d; c++) sum += (places[i * d + c] - places[j * d + c]) ** 2;
    return sum;
  };
  const moves = new Float64Array(d);
  const addMoves = (force: number, i: number, j: number): void => {
    for (let c = 0; c < d; c++) {
      const move = force * (places[i * d + c] - places[j * d + c]);
      moves[c] += Math.max(-MAX_MOVE, Math.min(MAX_MOVE, move));
    }
  };
  for (let i = from; i < to; i++) {
    for (let e = begins[i]; e < begins[i + 1]; e++) {
      if (due[e] > epoch) continue;
      due[e] += every[e];
      const near = ends[e];
      const square = squareBetween(i, near);
      moves.fill(0);
      if (square > 0) addMoves(attractionAt(square, curve), i, near);
      for (let c = 0; c < d; c++) places[near * d + c] -= rate * moves[c];
      for (let push = 0; push < PUSHES; push++) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        const other = Math.floor(((random >>> 0) / 2 ** 32) * rows);
        addMoves(repulsionAt(squareBetween(i, other), curve), i, other);
      }
      for (let c = 0; c < d; c++) places[i * d + c] += rate * moves[c];
    }
  }
  return random;
}
