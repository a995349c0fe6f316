import type { Segment, SegmentationDocument } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import type { Prepared } from '../preparation/prepare.ts';
import { advise } from './advise.ts';
import { nameSegments, type SegmentName } from './name-segments.ts';
import { profileSegments } from './profile.ts';

/** What segments are described from. */
export interface DescribeInput {
  table: FeatureTable;
  prepared: Prepared;
  /** For each row of the prepared matrix its segment, 0 to k-1, in segment order; -1 for none. */
  labels: Int32Array;
  k: number;
  currency: string | null;
  /** Names the method gives itself; null: from the profile. */
  groups: readonly SegmentName[] | null;
}

/** Segments in their order, and what is in none of them. */
export interface Described {
  segments: Segment[];
  unassigned: SegmentationDocument['unassigned'];
}

/** Profile, name and advice of every segment, in segment order. */
export function describeSegments({ table, prepared, labels, k, currency, groups }: DescribeInput): Described {
  const profiles = profileSegments(table, prepared, labels, k);
  const context = { columns: prepared.preparation.columns, isOrders: table.revenue !== null };
  const names = nameSegments({ context, profiles, currency, groups });
  const segments = profiles.segments.map((profile, id) => ({
    id,
    name: names[id]?.name ?? '',
    nameWhy: names[id]?.why ?? '',
    size: profile.size,
    share: profile.share,
    revenue: profile.revenue,
    revenueShare: profile.revenueShare,
    means: profile.means,
    medians: profile.medians,
    traits: profile.traits,
    advice: advise({ ...context, base: profiles.base }, profile, currency),
  }));
  return { segments, unassigned: profiles.unassigned };
}
