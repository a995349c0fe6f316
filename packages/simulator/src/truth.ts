import type { RuleId } from '@clientele/contracts';
import type { GroupId } from './groups.ts';

/** What was planted in a shop, exact to the line. */
export interface Truth {
  groups: { id: GroupId; label: string; meaning: string; customers: number }[];
  /** Lines in all. */
  lines: number;
  /** Distinct order numbers, cancellations included. */
  orders: number;
  /**
   * Lines that break each cleaning rule. No line breaks two, but for `cancelled-later`: it counts the earlier lines
   * that the cancellations match, one each, which break no other rule.
   */
  dirt: Record<RuleId, number>;
  /** What is left after the cleaning rules that are on by default. */
  kept: { rows: number; customers: number; orders: number };
  /** The one-off wholesale order that makes one month stand out. */
  anomaly: {
    order: string;
    customer: string;
    /** YYYY-MM */
    month: string;
    /** In pounds. */
    revenue: number;
  };
}
