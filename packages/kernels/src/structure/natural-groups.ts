import type { StructureReference } from './reference-findings.ts';
import type { StructureFit } from './structure-fits.ts';

/** Logarithm to base 10 of the combined p-value from which on there are groups at all. */
const EVIDENCE = -3;
/** How many times as strong as a reference's the evidence has to be, where a reference without groups would be said to have some. */
const MARGIN = 1.5;
/** How far above every reference's a silhouette has to be, and above that of the groups that valleys show. */
const CLEARLY = { reference: 0.03, valleys: 0.05 };
/** Logarithm to base 10 of the combined p-value of the borders that valleys do not show: no evidence, but no sign against them either. */
const HINTED = -0.5;
/** So many times the groups that valleys show. */
const MOST_TIMES = 2;

/** What the search settled on: a fit, and whether its clusters are the groups or are joined first. */
export interface NaturalGroups {
  groups: number;
  /** Null where there is one group. */
  fit: StructureFit | null;
  /** True where each cluster of the fit is a group. */
  isWhole: boolean;
  /** Logarithm to base 10 of the combined p-value that says so; 0 where there is one group. */
  evidence: number;
}

/**
 * The number of natural groups. By valleys: the most groups, each parted from its neighbours, that some number of clusters shows whole or two
 * numbers of clusters show alike, with more evidence than any reference without groups has. Many small groups may each be too few rows for a valley
 * of their own: then, where valleys show groups at all, the number of clusters with the highest silhouette (and not the last) counts, up to twice
 * as many, if that is clearly above all references' and that of the groups by valleys, and the borders that are not shown hint at valleys.
 */
export function naturalGroups(fits: readonly StructureFit[], references: readonly StructureReference[]): NaturalGroups {
  const beaten = references.reduce((least, { evidence }) => Math.min(least, MARGIN * evidence), EVIDENCE);
  const parted = fits.filter(({ groups, evidence }) => groups > 1 && evidence <= beaten);
  const isWhole = ({ groups, clusters }: StructureFit): boolean => groups === clusters;
  const most = Math.max(
    1,
    parted.map(({ groups }) => groups).sort((a, b) => b - a)[1] ?? 1,
    ...parted.filter(isWhole).map(({ groups }) => groups),
  );
  const roundest = fits.reduce<StructureFit | null>(
    (best, fit) => (best === null || fit.silhouette > best.silhouette ? fit : best),
    null,
  );
  const showing = parted.filter(({ groups }) => groups === most);
  if (roundest !== null && isFiner(roundest, { fits, showing, most, references }))
    return { groups: roundest.clusters, fit: roundest, isWhole: true, evidence: roundest.evidence };
  const fit = strongest(showing) ?? strongest(parted);
  return fit === null || most === 1
    ? { groups: 1, fit: null, isWhole: false, evidence: 0 }
    : { groups: fit.groups, fit, isWhole: isWhole(fit), evidence: fit.evidence };
}

/** Whether the clusters of the highest silhouette are groups that are too small to show a valley each. */
function isFiner(
  roundest: StructureFit,
  {
    fits,
    showing,
    most,
    references,
  }: {
    fits: readonly StructureFit[];
    showing: readonly StructureFit[];
    most: number;
    references: readonly StructureReference[];
  },
): boolean {
  const index = fits.indexOf(roundest);
  const { clusters, silhouette } = roundest;
  const coarser = fits.find((fit) => fit.clusters === most)?.silhouette ?? silhouette;
  return (
    showing.length > 0 &&
    index < fits.length - 1 &&
    clusters > most &&
    clusters <= MOST_TIMES * most &&
    roundest.groupOf.length === clusters &&
    roundest.evidenceWithin <= HINTED &&
    silhouette >= coarser + CLEARLY.valleys &&
    references.every(({ silhouettes }) => !(silhouettes[index] >= silhouette - CLEARLY.reference))
  );
}

function strongest(fits: readonly StructureFit[]): StructureFit | null {
  return fits.reduce<StructureFit | null>(
    (best, fit) => (best === null || fit.evidence < best.evidence ? fit : best),
    null,
  );
}
