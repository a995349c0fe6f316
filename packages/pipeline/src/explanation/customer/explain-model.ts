import {
  type FeatureValues,
  type OrderFeatureId,
  orderFeatures,
  type PreparedFeature,
  type SegmentationDocument,
} from '@clientele/contracts';
import { segmentationMethods } from '../../clustering/methods.ts';
import { applyPreparation } from '../../preparation/apply-preparation.ts';

/** A feature of the model: for a category its one-hot columns joined. */
export interface ModelFeature {
  id: string;
  /** Of the feature, or the first of the category's. */
  column: PreparedFeature;
  /** Indices into the prepared columns. */
  columns: number[];
}

/** What explaining needs of a segmentation, made once. */
export interface ExplainModel {
  document: SegmentationDocument;
  features: ModelFeature[];
  /** The features that are computed from order lines; none for a table of customers. */
  orderFeatures: ReadonlyMap<OrderFeatureId, PreparedFeature>;
  currency: string | null;
  /** The segment of raw feature values, as the predictor gives it; -1 for none. */
  segmentOf(values: FeatureValues): number;
  nameOf(segment: number): string;
}

/** Makes an {@link ExplainModel}. Throws `model-invalid` where model and method do not fit. */
export function explainModel(document: SegmentationDocument): ExplainModel {
  const { preparation, recipe, segments } = document;
  const byId = new Map<string, ModelFeature>();
  preparation.columns.forEach((column, index) => {
    const feature = byId.get(column.id);
    if (feature === undefined) byId.set(column.id, { id: column.id, column, columns: [index] });
    else feature.columns.push(index);
  });
  const features = [...byId.values()];
  const { kind, currency } = recipe.data.mapping;
  const ofOrders = features.flatMap(({ id, column }): [OrderFeatureId, PreparedFeature][] =>
    kind === 'orders' && Object.hasOwn(orderFeatures, id) && column.category === null
      ? [[id as OrderFeatureId, column]]
      : [],
  );
  const score = segmentationMethods[document.method].scorer(document);
  return {
    document,
    features,
    orderFeatures: new Map(ofOrders),
    currency,
    segmentOf: (values) => score(applyPreparation(preparation, values)).segment,
    nameOf: (segment) => segments[segment]?.name ?? 'No segment',
  };
}
