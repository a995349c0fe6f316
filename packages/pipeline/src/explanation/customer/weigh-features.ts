import type { PreparedCustomer, Remoteness } from './remoteness.ts';
import { shapleyValues } from './shapley-values.ts';

/** Below this share of all that features say for and against, their sum is taken as nothing. */
const least = 1e-9;

export interface Weighing {
  remoteness: Remoteness;
  /** For each feature its columns: one for a number, the one-hot ones of a category. */
  features: readonly (readonly number[])[];
  customer: PreparedCustomer;
  /** The typical customer of the next segment. */
  typical: PreparedCustomer;
  /** The customer's segment, -1 for none, and the next. */
  own: number;
  next: number;
}

/**
 * How far each feature speaks for a customer's segment against the next one. With r_s(x) how far x is from segment s, and m(x) = r_next(x) - r_own(x)
 * (for a customer of no segment m(x) = r_next(x)), the features' Shapley values of the way from the typical customer t of the next segment to
 * the customer x, m(x) - m(t), as shares of it: they add up to 1. For centres c this is in closed form
 * (x_j - t_j)(c_own,j - c_next,j) / sum over the features. A feature on which the customer is as the next segment's typical one has 0, one that draws
 * them to the next segment or beyond it less than 0.
 *
 * Where m(x) <= m(t), which takes a next segment whose own typical customer is no nearer to it, the shares are of what speaks for the segment
 * alone, and equal where nothing does.
 */
export function weighFeatures({ remoteness, features, customer, typical, own, next }: Weighing): number[] {
  const row = new Float64Array(customer.row.length);
  const raw = new Float64Array(customer.raw.length);
  const values = shapleyValues(features.length, (isIn) => {
    features.forEach((columns, feature) => {
      const from = isIn[feature] ? customer : typical;
      for (const column of columns) {
        row[column] = from.row[column] ?? 0;
        raw[column] = from.raw[column] ?? 0;
      }
    });
    const far = remoteness({ row, raw });
    return (far[next] ?? 0) - (own < 0 ? 0 : (far[own] ?? 0));
  });
  const total = sumOf(values);
  if (total > least * sumOf(values.map(Math.abs))) return values.map((value) => value / total);
  const speaking = values.map((value) => Math.max(value, 0));
  const said = sumOf(speaking);
  return speaking.map((value) => (said > 0 ? value / said : 1 / speaking.length));
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
