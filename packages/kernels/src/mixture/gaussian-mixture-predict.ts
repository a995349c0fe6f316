import { checkFinite, checkShape } from '../checks/check-points.ts';
import { assignMixture, type MixtureAssignment } from './assign-mixture.ts';
import { type Components, checkCovariance, covarianceLength } from './components.ts';
import { toDensities } from './densities.ts';

/**
 * Scores points under a mixture: posteriors, the component of the largest (the lowest number among equals), and the log-likelihood of
 * all together. On the rows of the fit it gives the fit's labels and posteriors. Cost n x k x d². RangeError for sizes that do not fit and
 * for numbers that are not finite.
 */
export function gaussianMixturePredict(
  mixture: Components,
  points: Float64Array,
  { rows, columns }: { rows: number; columns: number },
): MixtureAssignment {
  checkShape(points, rows, columns);
  checkFinite(points, columns);
  const { covariance, weights, means, covariances } = mixture;
  checkCovariance(covariance);
  if (means.length !== weights.length * columns) {
    throw new RangeError(
      `means must hold components x columns = ${weights.length} x ${columns} = ${weights.length * columns} numbers, got ${means.length}`,
    );
  }
  const expected = covarianceLength(covariance, weights.length, columns);
  if (covariances.length !== expected) {
    throw new RangeError(
      `covariances must hold ${expected} numbers where they are ${covariance}, got ${covariances.length}`,
    );
  }
  return assignMixture({ points, from: 0, to: rows, densities: toDensities(mixture, columns) });
}
