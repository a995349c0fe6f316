import type { Change, Explanation, FeatureValues, Prediction, SegmentationDocument } from '@clientele/contracts';
import { createPredictor } from '../../prediction/create-predictor.ts';
import { applyPreparation } from '../../preparation/apply-preparation.ts';
import { type ExplainModel, explainModel, type ModelFeature } from './explain-model.ts';
import { type FoundChange, orderChange } from './order-change.ts';
import { orderDrift } from './order-drift.ts';
import { type PreparedCustomer, remotenessOf } from './remoteness.ts';
import { sayReasons } from './say-reasons.ts';
import { tableChange } from './table-change.ts';
import { typicalCustomer } from './typical-customer.ts';
import { weighFeatures } from './weigh-features.ts';

/** Says of raw feature values why they give their segment, and what would give another. */
export type Explainer = (values: FeatureValues) => Explanation;

/** Confidences of the segment and the next one nearer to each other than this: almost as near. */
const closeBy = 0.2;

/**
 * Makes an explainer from a frozen segmentation of any method. It says how far each feature speaks for the customer's segment against the next one
 * (weigh-features.ts), the smallest realistic change that moves the customer (order-change.ts for features of orders, table-change.ts
 * for a table of customers), scored with the values it gives, so that it always does; and for orders where the customer ends if nothing is
 * bought (order-drift.ts). Pure: the same values give the same explanation.
 *
 * Throws what createPredictor throws: `feature-unknown` and `values-unreadable` for values, `model-invalid` when it is made.
 */
export function createExplainer(document: SegmentationDocument): Explainer {
  const predict = createPredictor(document);
  const model = explainModel(document);
  const remoteness = remotenessOf(document);
  const typicals = document.segments.map((segment) => {
    const values = typicalCustomer(document, segment);
    return { values, prepared: applyPreparation(document.preparation, values) };
  });
  const columns = model.features.map((feature) => feature.columns);

  return (values) => {
    const prediction = predict(values);
    const own = prediction.segment;
    const customer: PreparedCustomer = applyPreparation(document.preparation, values);
    const next = nearestBesides(remoteness(customer), own);
    const typical = typicals[next];
    const weights =
      typical === undefined
        ? columns.map(() => 1 / columns.length)
        : weighFeatures({ remoteness, features: columns, customer, typical: typical.prepared, own, next });
    const weighed = model.features
      .map((feature, index) => ({ feature, weight: weights[index] ?? 0 }))
      .sort((a, b) => b.weight - a.weight);
    const reasons = weighed.map(({ feature, weight }) => ({
      feature: feature.id,
      label: feature.column.label,
      value: given(values, feature),
      weight,
    }));
    const telling = [...weighed].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).map(({ feature }) => feature);
    const isOrders = model.orderFeatures.size > 0;
    const found = isOrders ? orderChange(model, values, own) : tableChange(model, values, own, telling);
    const name = own < 0 ? null : prediction.name;
    return {
      segment: own < 0 ? null : own,
      name,
      sentence: sayReasons(model, {
        name,
        reasons,
        next: typical === undefined ? null : { name: model.nameOf(next), isClose: isClose(prediction, next) },
        typical: typical?.values ?? {},
      }),
      reasons,
      change: found === null ? null : tell(model, values, found, predict(found.features)),
      drift: isOrders ? orderDrift(model, values, own) : null,
    };
  };
}

function nearestBesides(far: readonly number[], own: number): number {
  let next = -1;
  far.forEach((distance, segment) => {
    if (segment !== own && (next < 0 || distance < (far[next] ?? Infinity))) next = segment;
  });
  return next;
}

/** A density model gives the next segment no confidence, so none is close there. */
function isClose({ scores, confidence }: Prediction, next: number): boolean {
  const other = scores[next]?.confidence ?? 0;
  return other > 0 && confidence - other < closeBy;
}

/** The value of a feature as it was given: numbers as numbers; null where it is missing. */
function given(values: FeatureValues, { id, column }: ModelFeature): number | string | null {
  const value = Object.hasOwn(values, id) ? values[id] : null;
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  return column.category === null ? Number(value) : String(value);
}

function tell(model: ExplainModel, values: FeatureValues, found: FoundChange, after: Prediction): Change {
  const steps = model.features.flatMap((feature) => {
    const [from, to] = [given(values, feature), given(found.features, feature)];
    return to === null || to === from ? [] : [{ feature: feature.id, label: feature.column.label, from, to }];
  });
  return {
    segment: after.segment,
    name: after.name,
    sentence: `${found.words}: ${after.name}.`,
    steps,
    features: found.features,
    confidence: after.confidence,
  };
}
