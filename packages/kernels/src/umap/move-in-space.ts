import { type Layout, MAX_MOVE, PUSHES } from './create-layout.ts';
import { lookUpForce } from './force-table.ts';

/** The pass of the layout in 3 dimensions; the forces come from the table. */
export function moveInSpace(
  { rows, begins, ends, every, due, places, table }: Layout,
  from: number,
  to: number,
  epoch: number,
  rate: number,
  state: number,
): number {
  const { attraction, repulsion } = table;
  const toRow = rows / 2 ** 32;
  let random = state;
  for (let i = from; i < to; i++) {
    let x = places[i * 3];
    let y = places[i * 3 + 1];
    let z = places[i * 3 + 2];
    for (let e = begins[i]; e < begins[i + 1]; e++) {
      if (due[e] > epoch) continue;
      due[e] += every[e];
      const near = ends[e] * 3;
      const ax = x - places[near];
      const ay = y - places[near + 1];
      const az = z - places[near + 2];
      const pull = lookUpForce(attraction, ax * ax + ay * ay + az * az);
      let mx = clip(pull * ax);
      let my = clip(pull * ay);
      let mz = clip(pull * az);
      places[near] -= rate * mx;
      places[near + 1] -= rate * my;
      places[near + 2] -= rate * mz;
      for (let push = 0; push < PUSHES; push++) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        const other = ((random >>> 0) * toRow) | 0;
        const dx = x - places[other * 3];
        const dy = y - places[other * 3 + 1];
        const dz = z - places[other * 3 + 2];
        const force = lookUpForce(repulsion, dx * dx + dy * dy + dz * dz);
        mx += clip(force * dx);
        my += clip(force * dy);
        mz += clip(force * dz);
      }
      x += rate * mx;
      y += rate * my;
      z += rate * mz;
      // Written at once, so that a row drawn by itself is at no distance and not pushed.
      places[i * 3] = x;
      places[i * 3 + 1] = y;
      places[i * 3 + 2] = z;
    }
  }
  return random;
}

function clip(move: number): number {
  return move > MAX_MOVE ? MAX_MOVE : move < -MAX_MOVE ? -MAX_MOVE : move;
}
