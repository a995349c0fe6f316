import type { Model, RfmModel } from '@clientele/contracts';

/** What in a model contradicts itself or the number of prepared columns, in words that end "is damaged: ..."; null where nothing does. */
export function modelFault(model: Model, columns: number): string | null {
  const { k } = model;
  switch (model.method) {
    case 'gmm':
      return (
        pointsFault('means', model.means, k, columns) ??
        pointsFault('covariances', model.covariances, k, columns * columns) ??
        (model.weights.length === k ? null : `the model has k = ${k} and ${model.weights.length} weights`)
      );
    case 'kprototypes':
      return (
        pointsFault('centres', model.centers, k, model.centers[0]?.length ?? 0) ??
        pointsFault('modes', model.modes, k, model.modes[0]?.length ?? 0)
      );
    case 'dbscan':
      if (model.core.length !== model.segments.length * columns)
        return `${model.segments.length} core customers of ${columns} features have ${model.core.length} values`;
      return strangerFault('a core customer', model.segments, k);
    case 'hdbscan':
      return null;
    case 'rfm':
      return rfmFault(model);
    default:
      return pointsFault('centres', model.centers, k, columns);
  }
}

function pointsFault(what: string, points: readonly (readonly unknown[])[], k: number, length: number): string | null {
  if (points.length !== k) return `the model has k = ${k} and ${points.length} ${what}`;
  const odd = points.find((point) => point.length !== length);
  return odd === undefined ? null : `one of its ${what} has ${odd.length} values, and ${length} are needed`;
}

function strangerFault(who: string, segments: readonly number[], k: number): string | null {
  return segments.every((id) => id >= -1 && id < k) ? null : `${who} names a segment that is not there`;
}

function rfmFault({ scores, axes, cuts, grid, k }: RfmModel): string | null {
  const width = axes === 'r-fm' ? scores : scores ** 2;
  const hasCuts = Object.values(cuts).every((list) => list.length === scores - 1);
  const hasGrid = grid.length === scores && grid.every((row) => row.length === width);
  if (!hasCuts || !hasGrid)
    return `RFM scores of 1 to ${scores} need ${scores - 1} cuts a feature and a grid of ${scores} x ${width}`;
  // -2: the grid has no group there.
  return strangerFault(
    'the grid',
    grid.flat().filter((id) => id !== -2),
    k,
  );
}
