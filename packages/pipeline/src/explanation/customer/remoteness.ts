import { ClienteleError, type SegmentationDocument } from '@clientele/contracts';
import { unpackTree } from '../../clustering/hdbscan/pack-tree.ts';
import { segmentationMethods } from '../../clustering/methods.ts';

/** A customer as scorers take them: prepared values and the raw ones before them, a number a column. */
export interface PreparedCustomer {
  row: Float64Array;
  raw: Float64Array;
}

/** How far a customer is from each segment. Only differences between two segments mean something. */
export type Remoteness = (customer: PreparedCustomer) => number[];

/** Confidences below this are taken as this, so that their logarithm is a number. */
const leastConfidence = 1e-300;

/**
 * What tells how far customers are from segments, by the method: where it has centres or prototypes the squared distance (cost); where it has
 * core customers or a tree of densities the squared distance to the segment's nearest customer; else minus the logarithm of the confidence, so that
 * a difference is a log-odds. Cost is one scoring, or rows x columns of the model for the densities.
 */
export function remotenessOf(document: SegmentationDocument): Remoteness {
  const members = membersOf(document);
  if (members !== null) return nearestMember(members, document.model.k, document.preparation.columns.length);
  const score = segmentationMethods[document.method].scorer(document);
  return (customer) => {
    const { distances, confidences } = score(customer);
    return distances.map((distance, segment) =>
      distance === null ? -Math.log(Math.max(confidences[segment] ?? 0, leastConfidence)) : distance ** 2,
    );
  };
}

interface Members {
  points: Float64Array;
  segments: ArrayLike<number>;
}

/** The customers that a density model holds, and the segment of each; null for the other models. */
function membersOf({ model, preparation }: SegmentationDocument): Members | null {
  if (model.method === 'dbscan') return { points: Float64Array.from(model.core), segments: model.segments };
  if (model.method !== 'hdbscan') return null;
  const { columns } = preparation;
  const tree = unpackTree(model.tree, { columns: columns.length, minSamples: model.minSamples });
  if (tree === null) throw new ClienteleError('model-invalid', 'The HDBSCAN model lacks a part of its tree.');
  return { points: tree.points, segments: tree.clusterOf.map((cluster) => tree.labelOf[cluster] ?? -1) };
}

function nearestMember({ points, segments }: Members, k: number, columns: number): Remoteness {
  return ({ row }) => {
    const least = new Array<number>(k).fill(Infinity);
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? -1;
      if (segment < 0) continue;
      let square = 0;
      for (let j = 0; j < columns; j++) square += ((row[j] ?? 0) - (points[i * columns + j] ?? 0)) ** 2;
      if (square < (least[segment] ?? 0)) least[segment] = square;
    }
    return least;
  };
}
