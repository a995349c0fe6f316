import type { FewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import { pca } from '../projection/pca.ts';
import type { ReferenceKind, StructureReference } from './reference-findings.ts';
import type { StructureReferences } from './structure-result.ts';

/** The reference sets of one kind. */
export interface FoundReferences {
  sets: StructureReference[];
  summary: StructureReferences;
}

const KINDS: readonly ReferenceKind[] = ['box', 'gaussian', 'permuted'];

/** Looks for valleys in data without groups, with as many rows as the points, the same extent or covariance, or the same columns. */
export function* referencesOf(
  problem: Problem,
  counts: number[],
  { references, effort }: { references: number; effort: FewStarts },
  share: number,
): Plan<FoundReferences[]> {
  if (counts.length === 0) return KINDS.map((kind) => ({ sets: [], summary: summaryOf(kind, [], 0) }));
  const along = axesOf(problem);
  const inputs = KINDS.flatMap((kind) =>
    Array.from({ length: setsOf(kind, references) }, (_, reference) => ({
      kind,
      problem,
      ...along,
      counts,
      reference,
      effort,
    })),
  );
  const made = yield* each('structureReference', inputs, share);
  let from = 0;
  return KINDS.map((kind) => {
    const sets = made.slice(from, from + setsOf(kind, references));
    from += sets.length;
    return { sets, summary: summaryOf(kind, sets, counts.length) };
  });
}

/** Permuted columns are shown and decide nothing. */
function setsOf(kind: ReferenceKind, references: number): number {
  return kind === 'permuted' ? Math.max(2, references >> 1) : references;
}

/** Half the extent and the standard deviation along each principal axis. */
function axesOf({ points, rows, columns }: Problem): { halfWidths: Float64Array; deviations: Float64Array } {
  const { variance, scores = points } = pca(points, { rows, columns, components: columns, scores: true });
  const low = new Float64Array(columns).fill(Infinity);
  const high = new Float64Array(columns).fill(-Infinity);
  for (let p = 0; p < scores.length; p++) {
    low[p % columns] = Math.min(low[p % columns], scores[p]);
    high[p % columns] = Math.max(high[p % columns], scores[p]);
  }
  return { halfWidths: high.map((value, j) => (value - low[j]) / 2), deviations: variance.map(Math.sqrt) };
}

function summaryOf(kind: ReferenceKind, sets: StructureReference[], counts: number): StructureReferences {
  const at = (c: number): number[] => sets.map(({ silhouettes }) => silhouettes[c]);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const each = (of: (values: number[]) => number): Float64Array =>
    Float64Array.from({ length: counts }, (_, c) => of(at(c)));
  return {
    kind,
    sets: sets.length,
    silhouettes: each(mean),
    deviations: each((values) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))),
    largest: each((values) => Math.max(...values)),
    partedMost: sets.reduce((most, { groups }) => Math.max(most, groups), 1),
    strongestEvidence: sets.reduce((least, { evidence }) => Math.min(least, evidence), 0),
  };
}
