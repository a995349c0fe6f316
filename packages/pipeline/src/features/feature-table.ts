import type { FeatureInfo } from '@clientele/contracts';

/** Raw feature values of customers, ordered by id: one array a feature, all of length ids.length. */
export interface FeatureTable {
  ids: string[];
  /** In the order asked for. */
  features: FeatureInfo[];
  /** By feature id; NaN where missing. */
  numbers: Record<string, Float64Array>;
  /** By feature id, for categories; null where missing. */
  categories: Record<string, (string | null)[]>;
  /** Revenue per customer, for shares; null for a table of customers. */
  revenue: Float64Array | null;
  /** Country per customer (the one with most of their lines; ties by name); null where unknown. */
  countries: (string | null)[];
  /** ISO time without zone; null for a table of customers. */
  asOf: string | null;
}
