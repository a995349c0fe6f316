import { ClienteleError, type Problem, type RfmModel, type RfmScheme } from '@clientele/contracts';
import type { FeatureTable } from '../../features/feature-table.ts';
import { gather } from '../../preparation/gather.ts';
import type { Prepared } from '../../preparation/prepare.ts';
import type { RunEffects } from '../kernel-calls.ts';
import { measureQuality } from '../measure-quality.ts';
import type { Fit, FitInput } from '../method.ts';
import { orderSegments } from '../order-segments.ts';
import { cellCount, cellOf } from './cells.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { defaultScheme } from './default-scheme.ts';
import { groupReason } from './group-reason.ts';
import { uncoveredProblem } from './lint-scheme.ts';
import { type ScoredColumns, scoreColumns } from './score-columns.ts';
import { type RfmFeature, rfmFeatures } from './scores.ts';

/**
 * Scores each customer and puts it into its group of the grid. Only groups that have customers become segments; a cell
 * without a customer belongs to its group's segment where there is one. Customers whose code no group has are in no segment.
 */
export async function fitRfm({ table, prepared, recipe }: FitInput, effects: RunEffects): Promise<Fit> {
  const scheme = recipe.rfm ?? defaultScheme();
  const scored = scoreColumns(rawFeatures(table, prepared), scheme);
  const cells = cellsOf(scheme, scored);
  const coverage = coverageOf(scheme);
  const used = usedGroups(scheme, coverage, cells);
  const labelOf = Int32Array.from(coverage.groups, (group) => used.indexOf(group));
  const first = Int32Array.from(cells, (cell) => labelOf[cell] ?? -1);
  const ids = orderSegments(first, used.length, table, prepared);
  const idOfCell = Array.from(coverage.groups, (group, cell) => (group < 0 ? -2 : (ids[labelOf[cell] ?? -1] ?? -1)));
  const named: { name: string; why: string }[] = [];
  used.forEach((group, label) => {
    const name = scheme.groups[group]?.name ?? '';
    named[ids[label] ?? 0] = { name, why: groupReason(scheme, coverage, group) };
  });
  const warnings = [...unassignedWarning(scheme, coverage, cells), ...scored.problems];
  if (recipe.k !== 'auto') {
    const message = `RFM scores have no k: the grid gives ${used.length} groups that have customers, and k = ${recipe.k} is not used.`;
    warnings.push({ severity: 'info', code: 'k-not-used', message });
  }
  const partition = { labels: first, clusters: used.length };
  const measures = await measureQuality(prepared, partition, { ids, seed: recipe.seed }, effects);
  const width = cellCount(scheme) / scheme.scores;
  return {
    labels: first.map((label) => (label < 0 ? -1 : (ids[label] ?? 0))),
    model: {
      method: 'rfm',
      k: used.length,
      scores: scheme.scores,
      axes: scheme.axes,
      weights: scheme.weights,
      cuts: scored.cuts,
      grid: Array.from({ length: scheme.scores }, (_, r) => idOfCell.slice(r * width, (r + 1) * width)),
    } satisfies RfmModel,
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

/** For each customer its cell of the grid. */
function cellsOf(scheme: RfmScheme, { scores: { recency, frequency, monetary } }: ScoredColumns): Int32Array {
  return Int32Array.from(recency, (r, row) => cellOf(scheme, r, frequency[row] ?? 1, monetary[row] ?? 1));
}

/** Groups that have customers, in the order of the scheme. @throws ClienteleError `usage` where there is none */
function usedGroups({ groups }: RfmScheme, coverage: Coverage, cells: Int32Array): number[] {
  const present = new Set<number>();
  for (const cell of cells) present.add(coverage.groups[cell] ?? -1);
  const used = groups.flatMap((_, group) => (present.has(group) ? [group] : []));
  if (used.length > 0) return used;
  throw new ClienteleError(
    'usage',
    `None of the ${cells.length} customers has a code that a group of the grid holds; give its groups more codes.`,
    { customers: cells.length },
  );
}

function unassignedWarning(scheme: RfmScheme, coverage: Coverage, cells: Int32Array): Problem[] {
  if (coverage.uncovered.length === 0) return [];
  const sizes = new Float64Array(cellCount(scheme));
  for (const cell of cells) sizes[cell] = (sizes[cell] ?? 0) + 1;
  return uncoveredProblem(scheme, coverage, sizes);
}
