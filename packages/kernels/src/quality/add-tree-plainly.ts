/** Points of a group at most, as in the compiled loops. */
export const GROUP = 64;

/** As `addTree` of the compiled loops, over the same memory and to the same bits: the reference, and for machines without SIMD. */
export function addTreePlainly(
  memory: ArrayBuffer,
  columns: number,
  group: number,
  count: number,
  centre: number,
  radius: number,
  records: number,
  links: number,
  points: number,
  stride: number,
  angle: number,
  stack: number,
  sums: number,
): number {
  const numbers = new Float64Array(memory);
  const integers = new Int32Array(memory);
  const size = 3 + columns + (columns * (columns + 1)) / 2;
  const waiting = stack / 4;
  const groupAt = group / 8;
  const r = new Float64Array(columns);
  let work = 0;
  let depth = 1;
  integers[waiting] = 0;
  while (depth > 0) {
    depth--;
    const node = integers[waiting + depth];
    const record = records / 8 + node * size;
    let apart = 0;
    for (let j = 0; j < columns; j++) {
      const difference = numbers[centre / 8 + j] - numbers[record + 2 + j];
      apart += difference * difference;
    }
    const gap = Math.sqrt(apart) * 0.999999999999 - radius;
    const link = links / 4 + node * 3;
    const child = integers[link];
    if (gap > 0 && numbers[record + 1] < angle * gap) {
      for (let i = 0; i < count; i++) {
        let square = 0;
        for (let j = 0; j < columns; j++) {
          r[j] = numbers[groupAt + j * GROUP + i] - numbers[record + 2 + j];
          square += r[j] * r[j];
        }
        let curve = 0;
        for (let j = 0, scatter = record + 3 + columns; j < columns; j++) {
          for (let k = j; k < columns; k++, scatter++) curve += numbers[scatter] * (r[j] * r[k]);
        }
        const distance = Math.sqrt(square);
        const inverse = 1 / distance;
        const bent = numbers[record + 2 + columns] - curve * (inverse * inverse);
        numbers[sums / 8 + i] += numbers[record] * distance + inverse * bent;
      }
      work += count * 2;
    } else if (child === 0) {
      // Equal points are one point many times.
      const copies = numbers[record + 1] === 0 ? numbers[record] : 1;
      const to = copies > 1 ? integers[link + 1] + 1 : integers[link + 2];
      for (let p = integers[link + 1]; p < to; p++) {
        for (let i = 0; i < count; i++) {
          let square = 0;
          for (let j = 0; j < columns; j++) {
            const difference = numbers[groupAt + j * GROUP + i] - numbers[points / 8 + j * stride + p];
            square += difference * difference;
          }
          numbers[sums / 8 + i] += copies * Math.sqrt(square);
        }
      }
      work += count * (to - integers[link + 1]);
    } else {
      integers[waiting + depth] = child + 1;
      integers[waiting + depth + 1] = child;
      depth += 2;
    }
  }
  return work;
}
