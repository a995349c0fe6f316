export interface Pair {
  first: number;
  second: number;
  value: number;
}

/** All pairs of different features, strongest first; those that do not vary are left out. */
export function pairsOf(matrix: readonly (readonly (number | null)[])[]): Pair[] {
  return matrix
    .flatMap((row, first) =>
      row.flatMap((value, second) =>
        second > first && value !== null && Number.isFinite(value) ? [{ first, second, value }] : [],
      ),
    )
    .sort((left, right) => Math.abs(right.value) - Math.abs(left.value));
}

/** Below this (either way) two features do not go together closely enough to be named. */
export const tellingCorrelation = 0.3;
