import { ClienteleError, type Problem, type RfmModel } from '@clientele/contracts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { countOf, formatNumber } from '../../preparation/format-value.ts';
import { gather } from '../../preparation/gather.ts';
import type { Prepared } from '../../preparation/prepare.ts';
import type { RunEffects } from '../kernel-calls.ts';
import { measureQuality } from '../measure-quality.ts';
import type { Fit, FitInput } from '../method.ts';
import { orderSegments } from '../order-segments.ts';
import { groupOf, rfmGroups } from './groups.ts';
import { fmOf, quintileCuts, type RfmFeature, rfmFeatures, scoreOf } from './scores.ts';

const scoreNames: Record<RfmFeature, string> = { recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary' };

/**
 * Scores each customer and puts it into its group of the grid. Only groups that have customers become segments; a cell
 * without a customer belongs to its group's segment where there is one.
 */
export async function fitRfm({ table, prepared, recipe }: FitInput, effects: RunEffects): Promise<Fit> {
  const raw = rawFeatures(table, prepared);
  const cuts: RfmModel['cuts'] = {
    recency: quintileCuts(raw.recency),
    frequency: quintileCuts(raw.frequency),
    monetary: quintileCuts(raw.monetary),
  };
  const scores = (feature: RfmFeature) => scoresOf(feature, cuts[feature], raw[feature]);
  const { recency, frequency, monetary } = {
    recency: scores('recency'),
    frequency: scores('frequency'),
    monetary: scores('monetary'),
  };
  const groups = recency.map((r, row) => groupOf(r, fmOf(frequency[row] ?? 1, monetary[row] ?? 1)));
  const used = rfmGroups.flatMap((_, group) => (groups.includes(group) ? [group] : []));
  const first = groups.map((group) => used.indexOf(group));
  const ids = orderSegments(first, used.length, table, prepared);
  const labels = first.map((label) => ids[label] ?? 0);
  const idOfGroup = (group: number) => (used.includes(group) ? (ids[used.indexOf(group)] ?? -1) : -1);
  const named: { name: string; why: string }[] = [];
  for (const group of used) named[idOfGroup(group)] = nameGroup(group);
  const warnings = (
    [
      ['recency', recency],
      ['frequency', frequency],
      ['monetary', monetary],
    ] as const
  ).flatMap(([feature, given]) => tieWarnings(feature, raw[feature], cuts[feature], given));
  if (recipe.k !== 'auto') {
    const message = `RFM scores have no k: the grid gives ${used.length} groups that have customers, and k = ${recipe.k} is not used.`;
    warnings.push({ severity: 'info', code: 'k-not-used', message });
  }
  const partition = { labels: first, clusters: used.length };
  const measures = await measureQuality(prepared, partition, { ids, seed: recipe.seed }, effects);
  return {
    labels,
    model: {
      method: 'rfm',
      k: used.length,
      cuts,
      grid: [1, 2, 3, 4, 5].map((r) => [1, 2, 3, 4, 5].map((fm) => idOfGroup(groupOf(r, fm)))),
    },
    quality: { ...measures, inertia: null },
    choice: null,
    groups: named,
    warnings,
  };
}

function rawFeatures(table: FeatureTable, prepared: Prepared): Record<RfmFeature, Float64Array> {
  const read = (feature: RfmFeature) => {
    const values = table.numbers[feature];
    const column = prepared.preparation.columns.find(({ id }) => id === feature);
    if (values === undefined || column === undefined) {
      throw new ClienteleError(
        'feature-unknown',
        `RFM scores need the features ${rfmFeatures.join(', ')}, and the recipe has ${table.features.map(({ id }) => id).join(', ')}; choose these three, or k-means.`,
        { feature },
      );
    }
    return gather(values, prepared.kept).map((value) => (Number.isNaN(value) ? column.fill : value));
  };
  return { recency: read('recency'), frequency: read('frequency'), monetary: read('monetary') };
}

function scoresOf(feature: RfmFeature, cuts: readonly number[], values: Float64Array): Int32Array {
  const scores = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) scores[row] = scoreOf(feature, cuts, values[row] ?? 0);
  return scores;
}

function nameGroup(group: number): { name: string; why: string } {
  const { name = '', cells = [] } = rfmGroups[group] ?? {};
  return { name, why: `${name}: R and FM scores ${cells.map(([r, fm]) => `${r},${fm}`).join(' ')} (5 is best).` };
}

/** Equal values get equal scores, so scores are uneven where many customers share a value on a cut; says what came out. */
function tieWarnings(
  feature: RfmFeature,
  values: Float64Array,
  cuts: readonly number[],
  scores: Int32Array,
): Problem[] {
  const counts = [1, 2, 3, 4, 5].map((score) => scores.reduce((sum, given) => (given === score ? sum + 1 : sum), 0));
  const fifth = values.length / 5;
  const uneven = counts.some((count) => Math.abs(count - fifth) > Math.max(1, fifth * 0.1));
  if (!uneven) return [];
  const distinct = new Set(values).size;
  const message = `${scoreNames[feature]} has only ${countOf(distinct, 'different value')} among ${countOf(values.length, 'customer')}; equal values get the equal score (cuts ${cuts.map((cut) => formatNumber(cut)).join(', ')}), so scores 1 to 5 hold ${counts.map((count) => formatNumber(count, 0)).join(', ')} customers and not a fifth each.`;
  return [{ severity: 'warning', code: 'score-ties', message, column: feature }];
}
