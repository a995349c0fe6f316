/** The compiled loops of k-means (simd/kmeans.ts) on the problem bound last; what lies where: compiled.ts. */
export interface KmeansLoops {
  /** Says where a problem lies; the other loops work on it. */
  kmeansBind(
    points: number,
    weights: number,
    rows: number,
    columns: number,
    clusters: number,
    labels: number,
    gap: number,
    lower: number,
    centers: number,
  ): void;
  /** Greedy k-means++ with numbers drawn before. Gives the number of centres. */
  kmeansSeed(draws: number, tries: number): number;
  /** First assignment; 0 where a cluster of a part is empty. */
  lloydBegin(rounding: number, reach: number): number;
  /** Iterations: how many were made, less than 0 where the last changed nothing, `most` more where the part does not hold any more. */
  lloydSteps(most: number): number;
  /** 1 where the centres have left the reach of the part. */
  isOut(): number;
  movesBegin(): void;
  /** One pass of single moves; 1 once none is left. */
  movesPass(): number;
  /** Weighted sum of squared distances to the own centre. */
  kmeansCost(): number;
  /** Nearest centre of every row; how many rows are not sure to stay there (simd/kmeans.ts says where what is written). */
  scanAll(reach: number, slack: number): number;
}
