import { ClienteleError, type Problem, type RfmCuts } from '@clientele/contracts';
import { quantiles } from '@clientele/kernels';
import type { FeatureTable } from '../../features/feature-table.ts';
import { scoreColumns } from './score-columns.ts';
import { type RfmFeature, type RfmScoring, rfmFeatures } from './scores.ts';

/** Customers by their scores: small, whatever their number, and the same for every grouping and weighting of the scores. */
export interface RfmCodeCounts {
  scores: number;
  cuts: RfmCuts;
  customers: number;
  revenue: number;
  /** In ascending order of R, F and M; only those that have customers. */
  codes: { r: number; f: number; m: number; customers: number; revenue: number }[];
  /** What became of ties, and scores that nobody has. */
  problems: Problem[];
}

/**
 * Scores the customers and counts them by their scores. Missing values are filled in with the median, as a recipe does that says
 * nothing else; without revenue the monetary value stands for it.
 * @throws ClienteleError `unsupported` where one of the three features is not there, `too-few-customers` for none
 */
export function countRfmCodes(table: FeatureTable, scoring: RfmScoring): RfmCodeCounts {
  const read = (feature: RfmFeature) => filled(columnOf(table, feature));
  const columns = { recency: read('recency'), frequency: read('frequency'), monetary: read('monetary') };
  const customers = columns.recency.length;
  if (customers === 0)
    throw new ClienteleError('too-few-customers', 'No customer is left to be scored; widen the filters.');
  const { cuts, scores, problems } = scoreColumns(columns, scoring);
  const revenues = table.revenue ?? columns.monetary;
  const n = scoring.scores;
  const counts = new Float64Array(n ** 3);
  const sums = new Float64Array(n ** 3);
  const { recency, frequency, monetary } = scores;
  let revenue = 0;
  for (let row = 0; row < customers; row++) {
    const triple = (((recency[row] ?? 1) - 1) * n + (frequency[row] ?? 1) - 1) * n + (monetary[row] ?? 1) - 1;
    const value = revenues[row] ?? 0;
    counts[triple] = (counts[triple] ?? 0) + 1;
    sums[triple] = (sums[triple] ?? 0) + value;
    revenue += value;
  }
  const codes: RfmCodeCounts['codes'] = [];
  counts.forEach((count, triple) => {
    if (count === 0) return;
    const f = (Math.floor(triple / n) % n) + 1;
    const r = Math.floor(triple / n ** 2) + 1;
    codes.push({ r, f, m: (triple % n) + 1, customers: count, revenue: sums[triple] ?? 0 });
  });
  return { scores: n, cuts, customers, revenue, codes, problems };
}

function columnOf(table: FeatureTable, feature: RfmFeature): Float64Array {
  const values = table.numbers[feature];
  if (values !== undefined) return values;
  throw new ClienteleError(
    'unsupported',
    `RFM scores need the features ${rfmFeatures.join(', ')}, and ${feature} is not among those of these customers; import order lines, or a table of customers that has all three.`,
    { feature },
  );
}

function filled(values: Float64Array): Float64Array {
  if (!values.some(Number.isNaN)) return values;
  const present = values.filter((value) => !Number.isNaN(value));
  const fill = present.length === 0 ? 0 : (quantiles(present, [0.5])[0] ?? 0);
  return values.map((value) => (Number.isNaN(value) ? fill : value));
}
