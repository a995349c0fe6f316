import { createRandom } from '@clientele/kernels';

/** At most `most` of the rows 0 to `rows` - 1, drawn without replacement, ascending (Knuth's selection sampling, algorithm S). */
export function chooseRows(rows: number, most: number, seed: number): Int32Array {
  if (rows <= most) return Int32Array.from({ length: rows }, (_, row) => row);
  const random = createRandom(seed, rows);
  const chosen = new Int32Array(most);
  let taken = 0;
  for (let row = 0; taken < most; row++) {
    if (random.next() * (rows - row) < most - taken) chosen[taken++] = row;
  }
  return chosen;
}
