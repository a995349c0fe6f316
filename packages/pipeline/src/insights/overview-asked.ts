import type { Scope } from '../features/scope.ts';

/** What the Overview is asked for. */
export interface OverviewAsked extends Scope {
  /** How many top customers. */
  top: number;
  /** How many customers as points at most. */
  points: number;
}
