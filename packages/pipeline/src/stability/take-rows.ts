import type { FitInput } from '../clustering/method.ts';

/** The input with some of the prepared rows only, ascending; the very input where all are taken. The table stays whole. */
export function takeRows(input: FitInput, rowOf: Int32Array): FitInput {
  const { prepared } = input;
  const { matrix, rows, columns, kept } = prepared;
  if (rowOf.length === rows) return input;
  const taken = new Float64Array(rowOf.length * columns);
  rowOf.forEach((row, i) => {
    taken.set(matrix.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return {
    ...input,
    prepared: { ...prepared, matrix: taken, rows: rowOf.length, kept: rowOf.map((row) => kept[row] ?? 0) },
  };
}
