/** How the covariances of the components are bound: all free, one for all, no correlations, or one variance a component. */
export type Covariance = 'full' | 'tied' | 'diagonal' | 'spherical';

/** All kinds of {@link Covariance}, the freest first. */
export const COVARIANCES: readonly Covariance[] = ['full', 'tied', 'diagonal', 'spherical'];

/** The parameters of a mixture of Gaussians. */
export interface Components {
  covariance: Covariance;
  /** Share of each component, together 1. */
  weights: Float64Array;
  /** Row-major, components x columns. */
  means: Float64Array;
  /** full: components x columns x columns; tied: columns x columns; diagonal: components x columns; spherical: one variance each. */
  covariances: Float64Array;
}

/** Refuses what is not a {@link Covariance} with a RangeError. */
export function checkCovariance(covariance: string): void {
  if (!COVARIANCES.includes(covariance as Covariance)) {
    throw new RangeError(`covariance must be one of ${COVARIANCES.join(', ')}, got ${covariance}`);
  }
}

/** Numbers that `components` components of d columns have in {@link Components.covariances}. */
export function covarianceLength(covariance: Covariance, components: number, d: number): number {
  if (covariance === 'full') return components * d * d;
  if (covariance === 'tied') return d * d;
  return covariance === 'diagonal' ? components * d : components;
}

/** Free parameters of a mixture: covariances, means, and weights but one. */
export function countParameters(covariance: Covariance, components: number, d: number): number {
  const matrix = (d * (d + 1)) / 2;
  const free = { full: components * matrix, tied: matrix, diagonal: components * d, spherical: components };
  return free[covariance] + components * d + components - 1;
}

/** The components named, in that order. */
export function pickComponents(from: Components, columns: number, order: number[]): Components {
  const { covariance, weights, means, covariances } = from;
  const pick = (values: Float64Array, width: number): Float64Array => {
    const picked = new Float64Array(order.length * width);
    order.forEach((c, at) => {
      picked.set(values.subarray(c * width, (c + 1) * width), at * width);
    });
    return picked;
  };
  return {
    covariance,
    weights: pick(weights, 1),
    means: pick(means, columns),
    covariances:
      covariance === 'tied' ? covariances.slice() : pick(covariances, covarianceLength(covariance, 1, columns)),
  };
}

/** The covariances as whole matrices, whatever their kind: row-major, components x columns x columns. */
export function wholeCovariances(
  { covariance, covariances, weights }: Pick<Components, 'covariance' | 'covariances' | 'weights'>,
  columns: number,
): Float64Array {
  const size = columns * columns;
  if (covariance === 'full') return covariances.slice();
  const whole = new Float64Array(weights.length * size);
  for (let c = 0; c < weights.length; c++) {
    const into = whole.subarray(c * size, (c + 1) * size);
    if (covariance === 'tied') into.set(covariances);
    else {
      for (let j = 0; j < columns; j++) {
        into[j * columns + j] = covariances[covariance === 'diagonal' ? c * columns + j : c];
      }
    }
  }
  return whole;
}
