import type { Model } from '@clientele/contracts';
import type { FitInput } from '../clustering/method.ts';

/** Customers that stability is measured on: the base or a sample of it. */
export interface StabilitySample {
  /** Of these customers, with the recipe of the whole base. */
  input: FitInput;
  /** The segment of each, -1 for none. */
  labels: Int32Array;
  k: number;
  model: Model | undefined;
  /** Customers of the base. */
  customers: number;
}
