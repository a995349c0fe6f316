import type { Problem, RfmCuts } from '@clientele/contracts';
import { scoreProblems } from './score-problems.ts';
import { quantileCuts, type RfmFeature, type RfmScoring, rfmFeatures, scoreOf } from './scores.ts';

/** Scores of customers, in their order, and the cut points that they follow from. */
export interface ScoredColumns {
  cuts: RfmCuts;
  scores: Record<RfmFeature, Uint8Array>;
  /** What became of ties, and scores that nobody has. */
  problems: Problem[];
}

/** Scores the three features; no value may be NaN, and there is at least one customer. */
export function scoreColumns(columns: Record<RfmFeature, Float64Array>, scoring: RfmScoring): ScoredColumns {
  const scored = rfmFeatures.map((feature) => {
    const values = columns[feature];
    const sorted = values.slice().sort();
    const cuts =
      scoring.cuts === 'quantile' ? quantileCuts(sorted, scoring.scores, scoring.ties) : scoring.cuts[feature];
    const scores = new Uint8Array(values.length);
    for (let row = 0; row < values.length; row++) scores[row] = scoreOf(feature, cuts, values[row] ?? 0);
    return { feature, cuts, scores, problems: scoreProblems(feature, { sorted, cuts, scores }, scoring) };
  });
  const byFeature = <T>(pick: (each: (typeof scored)[number]) => T) =>
    Object.fromEntries(scored.map((each) => [each.feature, pick(each)])) as Record<RfmFeature, T>;
  return {
    cuts: byFeature(({ cuts }) => cuts),
    scores: byFeature(({ scores }) => scores),
    problems: scored.flatMap(({ problems }) => problems),
  };
}
