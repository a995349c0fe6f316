import type { Densities } from './densities.ts';
import type { EmPassInput } from './em-pass.ts';
import { logDensitiesFor } from './log-densities.ts';

/** Posteriors of some rows. */
export interface MixtureAssignment {
  /** Sum of the log densities. */
  logLikelihood: number;
  /** The component of the largest posterior, the lowest number among equals. */
  labels: Int32Array;
  /** Row-major, rows x components; each row sums to 1. */
  posteriors: Float64Array;
}

/** Posteriors of rows `from` to `to` under the components. Cost (to - from) x k x d². */
export function assignMixture({ points, from, to, densities }: EmPassInput): MixtureAssignment {
  const { k, d }: Densities = densities;
  const logDensities = logDensitiesFor(densities);
  const logs = new Float64Array(k);
  const labels = new Int32Array(to - from);
  const posteriors = new Float64Array((to - from) * k);
  let logLikelihood = 0;
  for (let i = from; i < to; i++) {
    const largest = logDensities(points, i * d, densities, logs);
    let sum = 0;
    for (let c = 0; c < k; c++) {
      logs[c] = Math.exp(logs[c] - largest);
      sum += logs[c];
    }
    logLikelihood += largest + Math.log(sum);
    let best = 0;
    for (let c = 0, p = (i - from) * k; c < k; c++, p++) {
      posteriors[p] = logs[c] / sum;
      if (logs[c] > logs[best]) best = c;
    }
    labels[i - from] = best;
  }
  return { logLikelihood, labels, posteriors };
}
