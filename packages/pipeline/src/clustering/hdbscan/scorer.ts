import { ClienteleError, methodTable, type SegmentationDocument } from '@clientele/contracts';
import { createHdbscanPredictor } from '@clientele/kernels';
import type { Scorer } from '../method.ts';
import { unpackTree } from './pack-tree.ts';

/** The segment of the nearest customer of the base in mutual reachability, none where that one is in no dense place; confidence is the strength. */
export function hdbscanScorer({ model, preparation }: SegmentationDocument): Scorer {
  if (model.method !== 'hdbscan') {
    throw new ClienteleError(
      'model-invalid',
      `A model of ${methodTable[model.method].label} has no tree of densities.`,
    );
  }
  const columns = preparation.columns.length;
  const tree = unpackTree(model.tree, { columns, minSamples: model.minSamples });
  if (tree === null) throw new ClienteleError('model-invalid', 'The HDBSCAN model lacks a part of its tree.');
  const { k } = model;
  const predict = createHdbscanPredictor(tree);
  return ({ row }) => {
    const { labels, strengths } = predict(row, { rows: 1, columns });
    const segment = labels[0] ?? -1;
    const strength = strengths[0] ?? 0;
    return {
      distances: Array.from({ length: k }, () => null),
      confidences: Array.from({ length: k }, (_, id) => (id === segment ? strength : 0)),
      segment,
      notes: [],
    };
  };
}
