import { symmetricEigen } from '../projection/symmetric-eigen.ts';
import { type Components, wholeCovariances } from './components.ts';

/** Variance in a direction, where the columns have variance 1, below which a component has no width there. */
const NO_WIDTH = 1e-4;

/**
 * Whether some component has next to no width in some direction: it lies on values that repeat, or on as few rows as there are columns. The
 * likelihood has no bound there, so it says nothing against others. Columns that are constant in all of the mixture, but for `floors`, do not count.
 * Source: Kiefer and Wolfowitz 1956; Hathaway 1985 for leaving such maxima aside. Cost k x d³.
 */
export function isFlat(components: Components, floors: Float64Array): boolean {
  const d = floors.length;
  const whole = wholeCovariances(components, d);
  const each = Array.from(components.weights, (_, c) => whole.subarray(c * d * d, (c + 1) * d * d));
  const total = variances(components, each, d);
  const varied = Array.from(total.keys()).filter((j) => total[j] > 2 * floors[j]);
  if (varied.length === 0) return false;
  return each.some((own) => {
    const scaled = varied.flatMap((i) => varied.map((j) => own[i * d + j] / Math.sqrt(total[i] * total[j])));
    return symmetricEigen(Float64Array.from(scaled), varied.length).values[varied.length - 1] < NO_WIDTH;
  });
}

/** Variance of each column in the whole mixture. */
function variances({ weights, means }: Components, covariances: Float64Array[], d: number): Float64Array {
  return Float64Array.from({ length: d }, (_, j) => {
    const mean = weights.reduce((sum, weight, c) => sum + weight * means[c * d + j], 0);
    return weights.reduce(
      (sum, weight, c) => sum + weight * (covariances[c][j * d + j] + (means[c * d + j] - mean) ** 2),
      0,
    );
  });
}
