import { ClienteleError } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import type { Members } from '../data-table.ts';
import type { Scope } from '../features/scope.ts';

/** What views of a segmentation are asked with besides the scope. */
export interface SegmentViewOptions {
  /** Number of segments: each has its entry, empty ones too. */
  k: number;
  /** Feature ids; none: those suggested. */
  features?: readonly string[];
}

/** The segmentation that a scope is of. @throws ClienteleError `usage` where it names none */
export function membersOf({ members }: Scope): Members {
  if (members !== undefined) return members;
  throw new ClienteleError('usage', 'This view is of a segmentation, and none was named; name the segmentation.');
}

/**
 * SQL over a relation with the columns customer and segment: the segment, -1 for whom the segmentation saw and left in none, and null
 * for whom it never saw, as customers without a feature that it needs.
 */
export function groupOf({ table }: Members): string {
  return `case when segment is null and customer in
    (select customer from ${quoteIdentifier(table)} where segment is null) then -1 else segment end`;
}

/** The groups that have entries: the k segments, -1 where there are customers in none, and null for all. */
export function groupsOf(k: number, hasNone: boolean): (number | null)[] {
  return [...Array.from({ length: k }, (_, segment) => segment), ...(hasNone ? [-1] : []), null];
}
