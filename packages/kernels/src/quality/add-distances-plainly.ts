/** As `addDistances` of the compiled loops, over the same memory and to the same bits: the reference, and for machines without SIMD. */
export function addDistancesPlainly(
  memory: ArrayBuffer,
  columns: number,
  a: number,
  strideA: number,
  runsA: number,
  countA: number,
  b: number,
  strideB: number,
  runsB: number,
  countB: number,
  targets: number,
  partitions: number,
  weights: number,
  totalsA: number,
  totalsB: number,
  sums: number,
  columnSums: number,
): void {
  if (countA === 0 || countB === 0) return;
  const numbers = new Float64Array(memory);
  const integers = new Int32Array(memory);
  const [pointsA, pointsB, sumsAt, columnsAt] = [a / 8, b / 8, sums / 8, columnSums / 8];
  const [firstA, firstB] = [runsA / 4, runsB / 4];
  const first = integers[firstA];
  const endOf = (runs: number, count: number): number => {
    const last = runs + (count - 1) * 3;
    return integers[last] + integers[last + 1];
  };
  const add = (source: number, from: number, to: number, cell: number, totals: number, stride: number): void => {
    const weight = numbers[weights / 8 + cell];
    for (let l = 0; l < partitions; l++) {
      const target = totals / 8 + integers[targets / 4 + cell * partitions + l] * stride;
      for (let i = from; i < to; i++) numbers[target + i] += weight * numbers[source + i];
    }
  };
  for (let r = 0; r < countA; r++) {
    const begin = integers[firstA + r * 3];
    const end = begin + integers[firstA + r * 3 + 1];
    if (totalsB !== 0) numbers.fill(0, columnsAt + integers[firstB], columnsAt + endOf(firstB, countB));
    for (let i = begin; i < end; i++) {
      for (let run = 0; run < countB; run++) {
        const from = integers[firstB + run * 3];
        const to = from + integers[firstB + run * 3 + 1];
        let even = 0;
        let odd = 0;
        for (let p = from; p < to; p++) {
          const x = numbers[pointsA + i] - numbers[pointsB + p];
          let square = x * x;
          for (let j = 1; j < columns; j++) {
            const difference = numbers[pointsA + j * strideA + i] - numbers[pointsB + j * strideB + p];
            square += difference * difference;
          }
          const distance = Math.sqrt(square);
          if (p % 2 === 0) even += distance;
          else odd += distance;
          if (totalsB !== 0) numbers[columnsAt + p] += distance;
        }
        numbers[sumsAt + run * STRIP + i - first] = even + odd;
      }
    }
    if (totalsB === 0) continue;
    add(columnsAt, integers[firstB], endOf(firstB, countB), integers[firstA + r * 3 + 2], totalsB, strideB);
  }
  for (let run = 0; run < countB; run++) {
    const cell = integers[firstB + run * 3 + 2];
    add(sumsAt + run * STRIP - first, first, endOf(firstA, countA), cell, totalsA, strideA);
  }
}

/** Rows of a strip at most, as in the compiled loops. */
export const STRIP = 64;
