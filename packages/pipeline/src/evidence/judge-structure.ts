import type { Structure } from '@clientele/contracts';
import { pairValleys, type StructureResult } from '@clientele/kernels';
import { kernelCalls, type RunEffects } from '../clustering/kernel-calls.ts';
import { countOf, formatNumber } from '../preparation/format-value.ts';
import { type JudgedSegments, structureWarnings } from './structure-warnings.ts';

/** Level of the dip test between neighbouring segments, over all their borders together (Holm 1979). */
const partedLevel = 0.05;

/**
 * Whether the customers fall into natural groups at all, by {@link assessStructure}, and which of these segments have no valley between
 * them. The verdict is on the customers as prepared; it does not depend on the method.
 */
export async function judgeStructure(input: JudgedSegments, effects: RunEffects): Promise<Structure> {
  const { prepared, document } = input;
  const { matrix, rows, columns } = prepared;
  const { seed } = document.recipe;
  const found = await kernelCalls(effects, 'Looking for natural groups').assessStructure(matrix, {
    rows,
    columns,
    seed,
  });
  const k = document.segments.length;
  const borders = bordersOf(input);
  const unparted = withoutValley(borders);
  const withoutGroups = found.references.filter(({ kind }) => kind !== 'permuted');
  const candidates = found.candidates.map(({ clusters, parted, weakestPValue, silhouette }, i) => ({
    k: clusters,
    parted,
    weakest: weakestPValue,
    silhouette,
    expected: Math.max(0, ...withoutGroups.map(({ silhouettes }) => silhouettes[i] ?? 0)),
  }));
  const { gap, dip, hopkins } = found;
  return {
    verdict: found.groups > 1 ? 'natural-groups' : 'slices',
    groups: found.groups,
    sentence: sentenceOf(found),
    about: aboutSegments(found.groups, { k, neighbours: borders.length, unparted: unparted.length }),
    candidates,
    references: found.references.map(({ kind, sets, silhouettes }) => ({ kind, sets, silhouettes: [...silhouettes] })),
    gap: {
      k: gap.clusters,
      decided: gap.decided,
      candidates: gap.candidates
        .filter((candidate) => Number.isFinite(candidate.gap))
        .map(({ clusters, gap: value, error }) => ({ k: clusters, gap: value, error })),
    },
    dip: dip && { dip: dip.dip, pValue: dip.pValue },
    hopkins: hopkins && { statistic: hopkins.statistic, expected: hopkins.expected },
    unparted,
    neighbours: borders.length,
    outliers: found.outlierRows,
    rows: found.sampledRows,
    exact: found.exact,
    warnings: await structureWarnings(input, effects),
  };
}

/** Borders at which no valley is found, in the order given: by Holm's step-down, so that many borders do not find one by chance. */
function withoutValley(borders: Structure['unparted']): Structure['unparted'] {
  const sorted = [...borders].sort((a, b) => a.pValue - b.pValue);
  const first = sorted.findIndex(({ pValue }, i) => pValue > partedLevel / (sorted.length - i));
  const left = new Set(first < 0 ? [] : sorted.slice(first));
  return borders.filter((border) => left.has(border));
}

/** Every pair of neighbouring segments, with the p-value of the valley between them. Customers in no segment are left out. */
function bordersOf({ prepared, document, labels }: JudgedSegments): Structure['unparted'] {
  const { matrix, columns } = prepared;
  const inside = [...labels.keys()].filter((row) => (labels[row] ?? -1) >= 0);
  const clusters = document.segments.length;
  if (clusters < 2 || inside.length === 0) return [];
  const points = new Float64Array(inside.length * columns);
  inside.forEach((row, i) => {
    points.set(matrix.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  const own = Int32Array.from(inside, (row) => labels[row] ?? 0);
  const { seed } = document.recipe;
  const { pValues } = pairValleys(points, { rows: inside.length, columns, labels: own, clusters, seed });
  const borders: Structure['unparted'] = [];
  for (let one = 0; one < clusters; one++)
    for (let other = one + 1; other < clusters; other++) {
      const pValue = pValues[one * clusters + other] ?? Number.NaN;
      if (!Number.isNaN(pValue)) borders.push({ segments: [one, other], pValue });
    }
  return borders;
}

function sentenceOf({ groups, candidates, references }: StructureResult): string {
  if (groups < 2) {
    const most = candidates.at(-1)?.clusters ?? 2;
    return `No natural groups: these are useful slices of a continuum. With 2 to ${most} clusters no valleys in the density part these customers more than chance does.`;
  }
  const isByValleys = candidates.some(({ parted }) => parted >= groups);
  if (isByValleys) return `These are ${groups} natural groups: a valley in the density parts each from its neighbours.`;
  const index = candidates.findIndex(({ clusters }) => clusters === groups);
  const silhouettes = references.map(({ kind, silhouettes: means }) => (kind === 'permuted' ? 0 : (means[index] ?? 0)));
  return `These are ${groups} natural groups: their silhouette, ${two(candidates[index]?.silhouette ?? 0)} on a sample, is the highest and beats data without groups (${two(Math.max(0, ...silhouettes))}), and the valleys between them together are more than chance.`;
}

function aboutSegments(
  groups: number,
  { k, neighbours, unparted }: { k: number; neighbours: number; unparted: number },
): string {
  if (k < 2) return 'There is one segment, so there is no border to judge.';
  const parted = neighbours - unparted;
  const choice = 'is a choice, and customers on either side of it are alike';
  const borders =
    unparted === 0
      ? 'a valley lies at every border between segments'
      : parted === 0
        ? neighbours === 1
          ? `no valley lies at the border between them: it ${choice}`
          : `no valley lies at any of the ${countOf(neighbours, 'border')} between neighbouring segments: each ${choice}`
        : `a valley lies at ${formatNumber(parted, 0)} of the ${countOf(neighbours, 'border')} between neighbouring segments; any other ${choice}`;
  const count =
    groups === 1
      ? ''
      : groups === k
        ? `The ${k} segments are as many as the groups; `
        : `There are ${k} segments and ${groups} groups; `;
  const sentence = `${count}${borders}.`;
  return `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}`;
}

const two = (value: number): string => value.toFixed(2).replace('-', '−');
