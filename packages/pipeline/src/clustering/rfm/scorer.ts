import { ClienteleError, type RfmModel, type SegmentationDocument } from '@clientele/contracts';
import type { Scorer } from '../method.ts';
import { middleRank, rankAbove } from './percentile-rank.ts';
import { fmOf, type RfmFeature, rfmFeatures, scoreOf } from './scores.ts';

/** This many percentiles away from a cut, a customer is e times less likely of the other side. */
const softness = 5;

/**
 * The customer's cell of the grid. A segment's distance is how many percentiles of the base the customer would have to move,
 * over recency, frequency and monetary together (Euclidean), to come into one of its cells; confidence is the softmax of
 * minus that distance / 5, so on a cut two groups share it and at mid-quintile (10 away) the own group has most of it.
 * In a cell whose group had no customer, the nearest segment is taken and a note says so.
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
  return ({ raw }) => {
    const costs = columns.map(({ feature, at, percentiles, cuts }) =>
      costsOf(feature, cuts, percentiles, raw[at] ?? Number.NaN),
    );
    const own = columns.map(({ feature, at, cuts }) => scoreOf(feature, cuts, raw[at] ?? Number.NaN));
    const squares = cheapest(model, costs);
    const cell = cellOf(model, own[0] ?? 1, own[1] ?? 1, own[2] ?? 1);
    const segment = cell >= 0 ? cell : squares.indexOf(Math.min(...squares));
    const least = Math.sqrt(squares[segment] ?? 0);
    const weights = squares.map((square) => Math.exp((least - Math.sqrt(square)) / softness));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const group = `R ${own[0]}, F ${own[1]}, M ${own[2]}`;
    return {
      distances: squares.map(() => null),
      confidences: weights.map((weight) => weight / total),
      segment,
      notes: cell >= 0 ? [] : [`No customer of the base scored like ${group}; the nearest segment is given.`],
    };
  };
}

function cellOf(model: RfmModel, recency: number, frequency: number, monetary: number): number {
  return model.grid[recency - 1]?.[fmOf(frequency, monetary) - 1] ?? -1;
}

/** For each score 1 to 5 by how many percentiles the value would have to move; Infinity where no value has that score. */
function costsOf(
  feature: RfmFeature,
  cuts: readonly number[],
  percentiles: readonly number[],
  value: number,
): number[] {
  const rank = middleRank(percentiles, value);
  const bounds = [-Infinity, ...cuts, Infinity];
  const costs = new Array<number>(5).fill(Infinity);
  for (let interval = 0; interval < 5; interval++) {
    const low = bounds[interval] ?? -Infinity;
    const high = bounds[interval + 1] ?? Infinity;
    if (!(low < high)) continue;
    const score = feature === 'recency' ? 5 - interval : 1 + interval;
    if (value < low) costs[score - 1] = Math.max(0, rankAbove(percentiles, low) - rank);
    else if (value >= high) costs[score - 1] = Math.max(0, rank - rankAbove(percentiles, high));
    else costs[score - 1] = 0;
  }
  return costs;
}

/** For each segment the least squared cost over all triples of scores. */
function cheapest(model: RfmModel, costs: readonly (readonly number[])[]): number[] {
  const least = new Array<number>(model.k).fill(Infinity);
  const [rs = [], fs = [], ms = []] = costs;
  rs.forEach((r, i) => {
    fs.forEach((f, j) => {
      ms.forEach((m, l) => {
        const segment = cellOf(model, i + 1, j + 1, l + 1);
        const cost = r * r + f * f + m * m;
        if (segment >= 0 && cost < (least[segment] ?? Infinity)) least[segment] = cost;
      });
    });
  });
  return least;
}
