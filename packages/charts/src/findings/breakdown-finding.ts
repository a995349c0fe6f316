/** Two-sided p of a standard normal (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

const fewestCustomers = 20;

export interface BreakdownCell {
  row: number;
  segment: number;
  share: number;
  /** Share of the same segment among all other customers. */
  elsewhere: number;
}

/**
 * The group whose share in one segment differs most from that of all other customers, by a two-proportion z test; null where none stays below 5 % after
 * Bonferroni's correction for all comparisons. `customers` counts those in no segment too; groups below 20 customers are not compared.
 */
export function breakdownFinding(
  rows: readonly { customers: number; bySegment: readonly number[] }[],
): BreakdownCell | null {
  const segments = Math.max(0, ...rows.map(({ bySegment }) => bySegment.length));
  const everyone = rows.reduce((sum, { customers }) => sum + customers, 0);
  const eligible = rows.flatMap((row, index) =>
    row.customers >= fewestCustomers && everyone - row.customers >= fewestCustomers ? [{ row, index }] : [],
  );
  const comparisons = eligible.length * segments;
  let best: (BreakdownCell & { z: number }) | null = null;
  for (let segment = 0; segment < segments; segment += 1) {
    const inSegment = rows.reduce((sum, { bySegment }) => sum + (bySegment[segment] ?? 0), 0);
    for (const { row, index } of eligible) {
      const here = row.bySegment[segment] ?? 0;
      const others = everyone - row.customers;
      const share = here / row.customers;
      const elsewhere = (inSegment - here) / others;
      const pooled = inSegment / everyone;
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / row.customers + 1 / others));
      if (error === 0) continue;
      const z = (share - elsewhere) / error;
      if (best === null || Math.abs(z) > Math.abs(best.z)) best = { row: index, segment, share, elsewhere, z };
    }
  }
  if (best === null || twoSided(best.z) * comparisons >= 0.05) return null;
  const { row, segment, share, elsewhere } = best;
  return { row, segment, share, elsewhere };
}
