import type { Candidate } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { disagreement } from './disagreement.ts';
import { type VoteInput, votesFor } from './votes.ts';

const candidate = (k: number, measures: Partial<Candidate> = {}): Candidate => ({
  k,
  inertia: 100 / k,
  silhouette: 0.3,
  daviesBouldin: 1,
  calinskiHarabasz: 100,
  smallest: 100,
  converged: true,
  ...measures,
});

/** Six candidates by hand: every measure names another k for a reason that can be checked by eye. */
const candidates = [
  candidate(2, { inertia: 100, silhouette: 0.5, daviesBouldin: 0.7, calinskiHarabasz: 300, revenueApart: 0.4 }),
  candidate(3, { inertia: 60, silhouette: 0.4, daviesBouldin: 0.6, calinskiHarabasz: 310, revenueApart: 0.6 }),
  candidate(4, { inertia: 30, silhouette: 0.41, daviesBouldin: 0.8, calinskiHarabasz: 305, revenueApart: 0.7 }),
  candidate(5, { inertia: 25, silhouette: 0.3, daviesBouldin: 0.9, calinskiHarabasz: 200, revenueApart: 0.71 }),
  candidate(6, { inertia: 20, silhouette: 0.2, smallest: 3, calinskiHarabasz: 100, revenueApart: 0.8 }),
].map((each, i) => ({
  ...each,
  bic: [50, 40, 30, 20, 25][i] ?? 0,
  predictionStrength: [0.95, 0.82, 0.7, 0.81, 0.5][i] ?? 0,
  jaccard: 0.9,
  jaccardLowest: [0.95, 0.9, 0.8, 0.74, 0.5][i] ?? 0,
}));
const gaps = [0.1, 0.5, 0.8, 1, 1.05, 1.2].map((gap, i) => ({ k: i + 1, gap, error: i === 4 ? 0.06 : 0.01 }));
const all: VoteInput = { candidates, customers: 500, gaps, isOwn: true };
const votesOf = (input: Partial<VoteInput>) =>
  Object.fromEntries(votesFor({ ...all, ...input }).map(({ measure, k }) => [measure, k]));
const saysOf = (input: Partial<VoteInput>, measure: string) =>
  votesFor({ ...all, ...input }).find((vote) => vote.measure === measure)?.says ?? '';

describe('votesFor', () => {
  it('has each measure name the k of its own rule', () => {
    expect(votesOf({})).toEqual({
      silhouette: 2,
      daviesBouldin: 3,
      calinskiHarabasz: 3,
      bic: 5,
      // Line from 100 to 20: at 3, 4, 5 it stands at 80, 60, 40, which is 20, 30, 15 above.
      inertia: 4,
      // 1 >= 1.05 - 0.06 at k = 4; before that each next one leads by more than its error.
      gap: 4,
      // 0.81 at 5 counts though 0.7 at 4 does not: the largest of at least 0.8.
      predictionStrength: 5,
      stability: 4,
      smallest: 5,
      revenueApart: 4,
    });
  });

  it('has no vote for what was not measured', () => {
    const plain = [candidate(2), candidate(3), candidate(4)];
    expect(votesOf({ candidates: plain, gaps: [] })).toEqual({
      silhouette: 2,
      daviesBouldin: 2,
      calinskiHarabasz: 2,
      inertia: 3,
      smallest: 4,
    });
  });

  it('names none where the rule finds none, and says so', () => {
    const poor = candidates.map((each) => ({ ...each, predictionStrength: 0.3, jaccardLowest: 0.2, smallest: 1 }));
    const rising = gaps.map((each, i) => ({ ...each, gap: i }));
    const none = votesOf({ candidates: poor, gaps: rising });
    expect([none.predictionStrength, none.stability, none.smallest, none.gap]).toEqual([null, null, null, null]);
    expect(saysOf({ candidates: poor }, 'predictionStrength')).toBe(
      'At no k tried do two halves of the customers find the same segments (at most 0.3, at k = 2; 0.8 asked).',
    );
    expect(saysOf({ gaps: rising }, 'gap')).toContain('still rises at the last k tried, 6');
    expect(votesOf({ candidates: candidates.slice(0, 2) }).inertia).toBeNull();
    expect(votesOf({ candidates: candidates.slice(0, 1) }).revenueApart).toBeNull();
  });

  it('says that gap names one group where one is as good', () => {
    const flat = gaps.map((each) => ({ ...each, gap: 1 }));
    expect(votesOf({ gaps: flat }).gap).toBeNull();
    expect(saysOf({ gaps: flat }, 'gap')).toContain('It names one group');
    expect(saysOf({ isOwn: false }, 'gap')).toContain('Measured with k-means on the same customers.');
    expect(saysOf({}, 'gap')).not.toContain('k-means');
  });

  it('takes no gap that is not finite', () => {
    const perfect = [...gaps.slice(0, 5), { k: 6, gap: Infinity, error: Number.NaN }];
    expect(votesOf({ gaps: perfect }).gap).toBe(4);
  });
});

describe('disagreement', () => {
  const said = (input: Partial<VoteInput>, k: number) => {
    const given = { ...all, ...input };
    const recommended = given.candidates.find((each) => each.k === k) ?? candidate(k);
    return disagreement(votesFor(given), { candidate: recommended, last: 6 });
  };

  it('says what each looks at, with whom the recommended k goes, and how far one may go', () => {
    expect(said({}, 4)).toBe(
      'Silhouette names 2, Davies-Bouldin and Calinski-Harabasz name 3: they look only at how far apart segments lie; BIC weighs the misfit against the number of parameters and names 5; inertia always falls and bends at 4; gap, beside customers spread evenly, names 4; after 4 one more tells under 2 points more of revenue apart. The recommended 4 goes with inertia, gap and revenue told apart. Above 5 a segment is too small.',
    );
  });

  it('is short where all agree', () => {
    const one = [candidate(2, { silhouette: 0.2, daviesBouldin: 2, calinskiHarabasz: 10, inertia: 100 })];
    const three = [
      ...one,
      candidate(3, { silhouette: 0.8, daviesBouldin: 0.3, calinskiHarabasz: 900, inertia: 10 }),
      candidate(4, { silhouette: 0.6, daviesBouldin: 0.6, calinskiHarabasz: 500, inertia: 9 }),
    ];
    expect(disagreement(votesFor({ ...all, candidates: three, gaps: [] }), { candidate: candidate(3), last: 4 })).toBe(
      'Silhouette, Davies-Bouldin, Calinski-Harabasz and inertia all name 3.',
    );
  });

  it('says that usefulness decides where a second half would not repeat it, and marks an unstable segment', () => {
    const slices = candidates.map((each) => ({ ...each, predictionStrength: 0.5 }));
    expect(said({ candidates: slices }, 4)).toContain('these are slices, so usefulness decides.');
    expect(said({}, 6)).toContain('hardly comes out again when the customers are drawn anew (Jaccard 0.5)');
    expect(said({}, 5)).toContain('whose members are doubtful when the customers are drawn anew (Jaccard 0.74)');
    expect(said({}, 6)).toContain('Prediction strength goes no further than 5: at 6');
    expect(said({}, 3)).not.toContain('Jaccard');
  });
});
