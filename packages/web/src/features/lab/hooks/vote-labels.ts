import type { KArgument } from '@clientele/contracts';
import type { TextKey } from '@clientele/texts';

type Measure = KArgument['votes'][number]['measure'];

/** How a measure is called beside the k that it names. */
export const voteLabels: Record<Measure, TextKey> = {
  silhouette: 'quality.silhouette.short',
  daviesBouldin: 'quality.daviesBouldin.short',
  calinskiHarabasz: 'quality.calinskiHarabasz.short',
  bic: 'quality.bic.short',
  inertia: 'quality.inertia.short',
  gap: 'quality-table.gap',
  predictionStrength: 'lab.argue.predictionStrength',
  stability: 'quality-table.jaccard',
  smallest: 'lab.argue.smallest',
  revenueApart: 'quality-table.revenueApart',
};

/** The measures that name the largest k they allow rather than the best. */
export const votesUpTo: ReadonlySet<Measure> = new Set(['predictionStrength', 'stability', 'smallest']);
