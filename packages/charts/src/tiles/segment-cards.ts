import type { FeatureInfo, FeatureUnit, Segment, SegmentationDocument, SegmentStatistics } from '@clientele/contracts';

export interface CardMedian {
  id: string;
  label: string;
  unit: FeatureUnit;
  own: number | null;
  all: number | null;
}

export interface SegmentCard {
  segment: Segment;
  /** Under the filters. */
  customers: number;
  revenue: number | null;
  /** Of all customers under the filters, those in no segment counted where the method leaves some in none. */
  share: number | null;
  revenueShare: number | null;
  medians: CardMedian[];
  /** What stands out, strongest first, in words. */
  traits: { id: string; label: string; isAbove: boolean; effect: number }[];
}

const mostMedians = 5;
const mostTraits = 3;
const telling = 0.3;

const part = (value: number | null, total: number): number | null =>
  value === null || total <= 0 ? null : value / total;

/** The cards of the segments under the filters; `only` leaves the other segments out. */
export function segmentCards(
  document: SegmentationDocument,
  statistics: readonly SegmentStatistics[],
  features: readonly FeatureInfo[],
  only: readonly number[] | undefined,
): SegmentCard[] {
  const all = statistics.find(({ segment }) => segment === null);
  const entryOf = (id: number) => statistics.find(({ segment }) => segment === id);
  const { customers, revenue } = totalsOf(document, statistics);
  return document.segments
    .filter(({ id }) => only === undefined || only.includes(id))
    .map((segment) => {
      const entry = entryOf(segment.id);
      const own = entry?.customers ?? 0;
      return {
        segment,
        customers: own,
        revenue: own === 0 ? null : (entry?.revenue ?? null),
        share: part(own, customers),
        revenueShare: document.segments.some((each) => each.revenue !== null)
          ? part(entry?.revenue ?? 0, revenue)
          : null,
        medians: (all?.features ?? []).slice(0, mostMedians).map(({ feature, label, median }) => ({
          id: feature,
          label,
          unit: features.find(({ id }) => id === feature)?.unit ?? 'number',
          own: entry?.features.find((each) => each.feature === feature)?.median ?? null,
          all: median,
        })),
        traits: traitsOf(segment, document),
      };
    });
}

/** What the shares are of: all who are in a segment, and where the method leaves some in none, these too. */
function totalsOf({ unassigned }: SegmentationDocument, statistics: readonly SegmentStatistics[]) {
  const counted = statistics.filter(({ segment }) => (unassigned === null ? segment !== null : segment === null));
  return {
    customers: counted.reduce((sum, entry) => sum + entry.customers, 0),
    revenue: counted.reduce((sum, entry) => sum + (entry.revenue ?? 0), 0),
  };
}

/** Customers in no segment under the filters; null where the method leaves none. */
export function unassignedUnder(
  document: SegmentationDocument,
  statistics: readonly SegmentStatistics[],
): { customers: number; share: number } | null {
  if (document.unassigned === null) return null;
  const all = statistics.find(({ segment }) => segment === null)?.customers ?? 0;
  const inside = statistics.reduce((sum, entry) => sum + (entry.segment === null ? 0 : entry.customers), 0);
  return all <= inside ? null : { customers: all - inside, share: (all - inside) / all };
}

function traitsOf({ traits }: Segment, { preparation }: SegmentationDocument): SegmentCard['traits'] {
  return traits
    .filter(({ effect }) => Math.abs(effect) >= telling)
    .slice(0, mostTraits)
    .flatMap(({ column, effect }) => {
      const prepared = preparation.columns[column];
      if (prepared === undefined) return [];
      const label = prepared.category === null ? prepared.label : `${prepared.label}: ${prepared.category}`;
      return [{ id: prepared.id, label, isAbove: effect > 0, effect }];
    });
}
