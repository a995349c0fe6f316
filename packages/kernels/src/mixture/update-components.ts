import { type Components, type Covariance, covarianceLength } from './components.ts';
import type { Moments } from './em-pass.ts';

/** A component that explains less than this much of one row is dropped. */
const LEAST_MASS = 1e-6;

/**
 * The maximisation: components from moments around `means`, with `floors`, one a column, added to the variances.
 * Components that explain next to nothing are left out. Cost k x d².
 */
export function updateComponents(
  moments: Moments,
  means: Float64Array,
  covariance: Covariance,
  floors: Float64Array,
): Components {
  const d = floors.length;
  const used = Array.from(moments.mass.keys()).filter((c) => moments.mass[c] >= LEAST_MASS);
  const total = used.reduce((sum, c) => sum + moments.mass[c], 0);
  const updated: Components = {
    covariance,
    weights: Float64Array.from(used, (c) => moments.mass[c] / total),
    means: new Float64Array(used.length * d),
    covariances: new Float64Array(covarianceLength(covariance, used.length, d)),
  };
  const shift = new Float64Array(d);
  used.forEach((c, to) => {
    for (let j = 0; j < d; j++) {
      shift[j] = moments.first[c * d + j] / moments.mass[c];
      updated.means[to * d + j] = means[c * d + j] + shift[j];
    }
    addSpread(updated, to, moments, c, shift, covariance === 'tied' ? total : moments.mass[c]);
  });
  addFloors(updated, floors);
  return updated;
}

/** Adds component c's products around its new mean, divided by `mass`, to the covariances. */
function addSpread(
  { covariance, covariances }: Components,
  to: number,
  { mass, second }: Moments,
  c: number,
  shift: Float64Array,
  divisor: number,
): void {
  const d = shift.length;
  if (covariance === 'diagonal' || covariance === 'spherical') {
    for (let j = 0; j < d; j++) {
      const variance = Math.max(0, second[c * d + j] - mass[c] * shift[j] * shift[j]) / divisor;
      if (covariance === 'diagonal') covariances[to * d + j] = variance;
      else covariances[to] += variance / d;
    }
    return;
  }
  const at = covariance === 'tied' ? 0 : to * d * d;
  for (let i = 0, s = (c * d * (d + 1)) / 2; i < d; i++) {
    for (let j = 0; j <= i; j++, s++) {
      const product = second[s] - mass[c] * shift[i] * shift[j];
      const value = (i === j ? Math.max(0, product) : product) / divisor;
      covariances[at + i * d + j] += value;
      if (i !== j) covariances[at + j * d + i] += value;
    }
  }
}

function addFloors({ covariance, covariances }: Components, floors: Float64Array): void {
  const d = floors.length;
  if (covariance === 'spherical') {
    const floor = floors.reduce((sum, value) => sum + value, 0) / d;
    for (let c = 0; c < covariances.length; c++) covariances[c] += floor;
  } else if (covariance === 'diagonal') {
    for (let p = 0; p < covariances.length; p++) covariances[p] += floors[p % d];
  } else {
    for (let p = 0; p < covariances.length; p += d * d) {
      for (let j = 0; j < d; j++) covariances[p + j * d + j] += floors[j];
    }
  }
}
