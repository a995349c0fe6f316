import type { GaussianMixtureFit } from '@clientele/kernels';

/** The covariance of every component as a whole matrix, row-major, components x columns x columns, whatever the kind. */
export function fullCovariances(
  { covariance, covariances, weights }: Pick<GaussianMixtureFit, 'covariance' | 'covariances' | 'weights'>,
  columns: number,
): Float64Array {
  const size = columns * columns;
  const full = new Float64Array(weights.length * size);
  for (let component = 0; component < weights.length; component++) {
    const into = full.subarray(component * size, (component + 1) * size);
    if (covariance === 'full') into.set(covariances.subarray(component * size, (component + 1) * size));
    else if (covariance === 'tied') into.set(covariances);
    else {
      for (let column = 0; column < columns; column++) {
        const at = covariance === 'diagonal' ? component * columns + column : component;
        into[column * columns + column] = covariances[at] ?? 0;
      }
    }
  }
  return full;
}
