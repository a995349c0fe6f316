import type { Hooks } from '../hooks.ts';
import type { FewStarts } from '../kmeans/fit-few-starts.ts';
import type { Problem } from '../kmeans/problem.ts';
import { createRandom, type Random } from '../random/create-random.ts';
import { naturalGroups } from './natural-groups.ts';
import type { ReferenceKind, StructureReference } from './reference-findings.ts';
import { structureFits } from './structure-fits.ts';

/** A reference set to make and to fit: its numbers come from (seed, kind, reference) alone. */
export interface StructureReferenceInput {
  kind: ReferenceKind;
  /** The points to permute, and how many rows to make. */
  problem: Problem;
  /** Half the extent along each principal axis. */
  halfWidths: Float64Array;
  /** Standard deviation along each principal axis. */
  deviations: Float64Array;
  counts: number[];
  reference: number;
  effort: FewStarts;
}

/** Makes a reference set and looks for valleys in it as in the data. */
export function structureReference(input: StructureReferenceInput, hooks: Hooks = {}): StructureReference {
  const { kind, problem, counts, reference, effort } = input;
  const random = createRandom(effort.seed, -15, ['box', 'gaussian', 'permuted'].indexOf(kind), reference);
  const points = kind === 'permuted' ? permuted(problem, random) : made(input, random);
  const seed = random.integer(2 ** 32);
  const fits = structureFits({ problem: { ...problem, points }, counts, effort: { ...effort, seed } }, hooks);
  const { groups, evidence } = naturalGroups(fits, []);
  return {
    groups,
    evidence,
    silhouettes: Float64Array.from(
      counts,
      (clusters) => fits.find((fit) => fit.clusters === clusters)?.silhouette ?? Number.NaN,
    ),
  };
}

/** Turning the box or the cloud back would change no distance, so both stay along the axes. */
function made({ kind, problem, halfWidths, deviations }: StructureReferenceInput, random: Random): Float64Array {
  const { rows, columns } = problem;
  const points = new Float64Array(rows * columns);
  for (let p = 0; p < points.length; p++) {
    points[p] =
      kind === 'box' ? halfWidths[p % columns] * (2 * random.next() - 1) : deviations[p % columns] * normal(random);
  }
  return points;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function permuted({ points, rows, columns }: Problem, random: Random): Float64Array {
  const made = points.slice();
  for (let j = 0; j < columns; j++) {
    for (let i = rows - 1; i > 0; i--) {
      const other = random.integer(i + 1);
      const value = made[i * columns + j];
      made[i * columns + j] = made[other * columns + j];
      made[other * columns + j] = value;
    }
  }
  return made;
}
