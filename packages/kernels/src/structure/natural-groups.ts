import type { StructureReference } from './reference-findings.ts';
import type { StructureFit } from './structure-fits.ts';

/** Logarithm to base 10 of the combined p-value from which on there are groups at all. */
const EVIDENCE = -3;
/** How many times as strong as a reference's the evidence has to be, where a reference without groups would be said to have some. */
const MARGIN = 1.5;
/** How far above every reference's a silhouette has to be. */
const CLEARLY = 0.03;

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
 * of their own: then, where valleys show groups at all, the number of clusters with the highest silhouette (and not the last) counts, if
 * that is clearly above all references' and all its valleys together are evidence enough.
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
  if (
    roundest !== null &&
    roundest !== fits[fits.length - 1] &&
    most > 1 &&
    roundest.clusters > most &&
    roundest.groupOf.length === roundest.clusters &&
    roundest.evidenceUnjoined <= beaten &&
    references.every(({ silhouettes }) => !(silhouettes[fits.indexOf(roundest)] >= roundest.silhouette - CLEARLY))
  ) {
    return { groups: roundest.clusters, fit: roundest, isWhole: true, evidence: roundest.evidenceUnjoined };
  }
  const showing = parted.filter(({ groups }) => groups === most);
  const fit = strongest(showing) ?? strongest(parted);
  return fit === null || most === 1
    ? { groups: 1, fit: null, isWhole: false, evidence: 0 }
    : { groups: fit.groups, fit, isWhole: isWhole(fit), evidence: fit.evidence };
}

function strongest(fits: readonly StructureFit[]): StructureFit | null {
  return fits.reduce<StructureFit | null>(
    (best, fit) => (best === null || fit.evidence < best.evidence ? fit : best),
    null,
  );
}
