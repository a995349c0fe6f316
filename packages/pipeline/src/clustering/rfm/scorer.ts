import { ClienteleError, type RfmModel, type SegmentationDocument } from '@clientele/contracts';
import type { Scorer } from '../method.ts';
import { cellCount, cellOf } from './cells.ts';
import { middleRank, rankAbove } from './percentile-rank.ts';
import { type RfmFeature, rfmFeatures, scoreOf } from './scores.ts';

/** A score's width in percentiles over this is how many away from a cut a customer is e times less likely of the other side: 5 with five scores. */
const sharpness = 4;

/**
 * The customer's cell of the grid. A segment's distance is how many percentiles of the base the customer would have to move,
 * over recency, frequency and monetary together (Euclidean), to come into one of its cells; confidence is the softmax of
 * minus that distance over a quarter of a score's width, so on a cut two groups share it and at mid-score the own group has most
 * of it. Cells of no group take part as one group more, whose share is the confidence of being in no segment. In a cell whose group
 * had no customer, the nearest segment is taken and a note says so.
 */
export function rfmScorer({ model, preparation }: SegmentationDocument): Scorer {
  if (model.method !== 'rfm') {
    throw new ClienteleError('model-invalid', `The recipe says RFM scores, but the model is of ${model.method}.`);
  }
  const columns = rfmFeatures.map((feature) => {
    const at = preparation.columns.findIndex(({ id }) => id === feature);
    const percentiles = preparation.columns[at]?.percentiles;
    if (percentiles === undefined) {
      throw new ClienteleError('model-invalid', `The RFM model has no feature ${feature}.`, { feature });
    }
    return { feature, at, percentiles, cuts: model.cuts[feature] };
  });
  const grid = segmentsOf(model);
  const scores = model.cuts.recency.length + 1;
  const softness = 100 / scores / sharpness;
  return ({ raw }) => {
    const costs = columns.map(({ feature, at, percentiles, cuts }) =>
      costsOf(feature, cuts, percentiles, raw[at] ?? Number.NaN),
    );
    const [r = 1, f = 1, m = 1] = columns.map(({ feature, at, cuts }) => scoreOf(feature, cuts, raw[at] ?? Number.NaN));
    const { squares, none } = cheapest(grid, model.k, costs);
    const own = grid[((r - 1) * scores + f - 1) * scores + m - 1] ?? -1;
    const segment = own >= 0 ? own : own === -2 ? -1 : squares.indexOf(Math.min(...squares));
    const least = Math.sqrt(segment < 0 ? none : (squares[segment] ?? 0));
    const weightOf = (square: number) => Math.exp((least - Math.sqrt(square)) / softness);
    const weights = squares.map(weightOf);
    const total = weights.reduce((sum, weight) => sum + weight, weightOf(none));
    return {
      distances: squares.map(() => null),
      confidences: weights.map((weight) => weight / total),
      segment,
      notes: own >= 0 ? [] : [noteOn(own, `R ${r}, F ${f}, M ${m}`)],
    };
  };
}

function noteOn(own: number, scores: string): string {
  return own === -2
    ? `No group of the grid has a customer with ${scores}.`
    : `No customer of the base scored like ${scores}; the nearest segment is given.`;
}

/** Segment of each triple of scores, R by R and in it F by F. */
function segmentsOf(model: RfmModel): Int32Array {
  // Models kept by older versions have five scores, and name neither axes nor weights.
  const { scores = 5, axes = 'r-fm', weights = { frequency: 1, monetary: 1 } }: Partial<RfmModel> = model;
  const shape = { scores, axes, weights };
  const flat = model.grid.flat();
  const width = cellCount(shape) / scores;
  if (flat.length !== width * scores)
    throw new ClienteleError('model-invalid', 'The grid of the RFM model is damaged.');
  return Int32Array.from({ length: scores ** 3 }, (_, triple) => {
    const m = (triple % scores) + 1;
    const f = (Math.floor(triple / scores) % scores) + 1;
    return flat[cellOf(shape, Math.floor(triple / scores ** 2) + 1, f, m)] ?? -1;
  });
}

/** For each score from 1 by how many percentiles the value would have to move; Infinity where no value has that score. */
function costsOf(
  feature: RfmFeature,
  cuts: readonly number[],
  percentiles: readonly number[],
  value: number,
): number[] {
  const scores = cuts.length + 1;
  const rank = middleRank(percentiles, value);
  const bounds = [-Infinity, ...cuts, Infinity];
  const costs = new Array<number>(scores).fill(Infinity);
  for (let interval = 0; interval < scores; interval++) {
    const low = bounds[interval] ?? -Infinity;
    const high = bounds[interval + 1] ?? Infinity;
    if (!(low < high)) continue;
    const score = feature === 'recency' ? scores - interval : 1 + interval;
    if (value < low) costs[score - 1] = Math.max(0, rankAbove(percentiles, low) - rank);
    else if (value >= high) costs[score - 1] = Math.max(0, rank - rankAbove(percentiles, high));
    else costs[score - 1] = 0;
  }
  return costs;
}

/** For each segment, and for being in none, the least squared cost over all triples of scores. */
function cheapest(grid: Int32Array, k: number, costs: readonly (readonly number[])[]) {
  const squares = new Array<number>(k).fill(Infinity);
  let none = Infinity;
  const [rs = [], fs = [], ms = []] = costs;
  let triple = 0;
  for (const r of rs)
    for (const f of fs)
      for (const m of ms) {
        const segment = grid[triple++] ?? -1;
        if (segment === -1) continue;
        const cost = r * r + f * f + m * m;
        if (segment === -2) none = Math.min(none, cost);
        else if (cost < (squares[segment] ?? Infinity)) squares[segment] = cost;
      }
  return { squares, none };
}
