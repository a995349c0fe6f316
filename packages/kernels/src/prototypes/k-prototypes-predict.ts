import { assignPrototypes, type PrototypeAssignment } from './assign-prototypes.ts';
import type { KPrototypesFit } from './k-prototypes.ts';
import { checkMixed, type MixedShape } from './mixed-problem.ts';

/**
 * Gives each row the prototype with the least mixed dissimilarity, the lowest number among equals; a missing category (-1) costs nothing, a
 * code the fit never saw differs from every mode. On the rows of a converged fit it gives the fit's labels. Cost n x k x d. RangeError for
 * sizes that do not fit and for numbers that are not finite.
 */
export function kPrototypesPredict(
  fit: Pick<KPrototypesFit, 'centers' | 'modes' | 'gamma' | 'clusters'>,
  numbers: Float64Array,
  categories: Int32Array,
  shape: MixedShape,
): PrototypeAssignment {
  checkMixed(numbers, categories, shape);
  const { centers, modes, gamma, clusters } = fit;
  const { columns, categoricalColumns } = shape;
  if (centers.length !== clusters * columns || modes.length !== clusters * categoricalColumns) {
    throw new RangeError(
      `the fit's ${clusters} prototypes have ${centers.length / clusters} numbers and ${modes.length / clusters} categories, the rows ${columns} and ${categoricalColumns}`,
    );
  }
  const offsets = new Int32Array(categoricalColumns + 1);
  return assignPrototypes({ ...shape, numbers, codes: categories, offsets, gamma }, { centers, modes }, clusters);
}
