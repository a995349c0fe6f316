import { medianOf } from './median-of.ts';

/**
 * Bisquare weights of residuals (Cleveland 1979): 1 at none, 0 beyond six medians of their sizes; missing ones (NaN) get 0. All 1 where more than
 * half of the residuals are 0.
 */
export function robustWeights(residuals: Float64Array): Float64Array {
  const limit = 6 * medianOf(residuals.map(Math.abs));
  return residuals.map((residual) => {
    if (Number.isNaN(residual)) return 0;
    const part = Math.abs(residual) / limit;
    if (!(limit > 0) || part <= 0.001) return 1;
    return part > 0.999 ? 0 : (1 - part ** 2) ** 2;
  });
}
