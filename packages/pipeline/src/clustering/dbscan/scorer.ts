import { ClienteleError, methodTable, type SegmentationDocument } from '@clientele/contracts';
import { createDbscanPredictor } from '@clientele/kernels';
import type { Scorer } from '../method.ts';

/** The segment of the nearest core customer within the radius; none where there is none. Membership is whole or not at all. */
export function dbscanScorer({ model, preparation }: SegmentationDocument): Scorer {
  if (model.method !== 'dbscan') {
    throw new ClienteleError('model-invalid', `A model of ${methodTable[model.method].label} has no core customers.`);
  }
  const columns = preparation.columns.length;
  const { k, eps } = model;
  const core = { columns, eps, points: Float64Array.from(model.core), labels: Int32Array.from(model.segments) };
  const predict = createDbscanPredictor(core);
  return ({ row }) => {
    const segment = predict(row, { rows: 1, columns })[0] ?? -1;
    return {
      distances: Array.from({ length: k }, () => null),
      confidences: Array.from({ length: k }, (_, id) => (id === segment ? 1 : 0)),
      segment,
      notes: [],
    };
  };
}
