import { autoLogGain, type Problem, type Transform } from '@clientele/contracts';
import { skewness } from '@clientele/kernels';
import { formatNumber } from './format-value.ts';
import { signedLog } from './signed-log.ts';

/** The transform of one feature, and what `auto` saw. */
export interface TransformChoice {
  transform: 'none' | 'log';
  warning: Problem | null;
}

/**
 * Settles the transform of one feature. `auto` takes log where every value is 0 or above and the size of the skewness falls
 * by {@link autoLogGain} or more. `known` holds the values that are there, without gaps.
 */
export function chooseTransform(asked: Transform, label: string, known: Float64Array): TransformChoice {
  const negative = known.reduce((count, value) => (value < 0 ? count + 1 : count), 0);
  if (asked === 'none') return { transform: 'none', warning: null };
  if (asked === 'log') {
    if (negative === 0) return { transform: 'log', warning: null };
    const message = `${label}: ${formatNumber(negative, 0)} values are negative; the log of their size is taken and keeps the minus.`;
    return {
      transform: 'log',
      warning: { severity: 'info', code: 'log-of-negative', message, column: label, count: negative },
    };
  }
  const note = (transform: 'none' | 'log', message: string): TransformChoice => ({
    transform,
    warning: { severity: 'info', code: 'transform-chosen', message, column: label },
  });
  if (negative > 0)
    return note('none', `${label}: taken as it is, since ${formatNumber(negative, 0)} values are negative.`);
  if (known.every((value) => value === known[0]))
    return note('none', `${label}: taken as it is, since it does not vary.`);
  const raw = skewness(known);
  const logged = skewness(known.map(signedLog));
  const figures = `${formatNumber(raw, 1)} to ${formatNumber(logged, 1)}`;
  return Math.abs(raw) - Math.abs(logged) >= autoLogGain
    ? note('log', `${label}: log is taken, the skewness goes from ${figures}.`)
    : note('none', `${label}: taken as it is, with log the skewness would go from ${figures}.`);
}
