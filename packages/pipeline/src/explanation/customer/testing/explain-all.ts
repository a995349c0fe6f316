import {
  type Change,
  type Explanation,
  explanationSchema,
  type FeatureValues,
  type Prediction,
  type SegmentationDocument,
} from '@clientele/contracts';
import { expect } from 'vitest';
import { createPredictor, type Predictor } from '../../../prediction/create-predictor.ts';
import { createExplainer } from '../create-explainer.ts';

/** Explains every customer, checks that each explanation keeps its promises, and gives them back. */
export function explainAll(document: SegmentationDocument, customers: readonly FeatureValues[]): Explanation[] {
  const explain = createExplainer(document);
  const predict = createPredictor(document);
  const broken: unknown[] = [];
  const explanations = customers.map((values, row) => {
    const explanation = explain(values);
    if (row % 20 === 0) {
      expect(explanationSchema.parse(explanation)).toEqual(explanation);
      expect(explain({ ...values })).toEqual(explanation);
    }
    const own = predict(values).segment;
    const { change, drift, reasons } = explanation;
    const sum = reasons.reduce((total, { weight }) => total + weight, 0);
    const isRight =
      explanation.segment === (own < 0 ? null : own) &&
      Math.abs(sum - 1) < 1e-9 &&
      (change === null || isKept(change, values, own, predict(change.features))) &&
      (drift === null || isReached(drift, values, own, predict));
    if (!isRight) broken.push({ values, explanation });
    return explanation;
  });
  expect(broken).toEqual([]);
  return explanations;
}

/** Scored again the change leads where it says, and its steps are all that differs. */
function isKept(change: Change, values: FeatureValues, own: number, after: Prediction): boolean {
  const steps = new Map(change.steps.map((step) => [step.feature, step]));
  return (
    change.segment !== own &&
    change.segment === after.segment &&
    change.name === after.name &&
    change.confidence === after.confidence &&
    Object.keys({ ...values, ...change.features }).every((id) => {
      const step = steps.get(id);
      const [from, to] = [values[id] ?? null, change.features[id] ?? null];
      return step === undefined ? from === to : step.from === from && step.to === to && from !== to;
    })
  );
}

function isReached(drift: NonNullable<Explanation['drift']>, values: FeatureValues, own: number, predict: Predictor) {
  const after = (days: number) => predict({ ...values, recency: Number(values.recency) + days }).segment;
  return after(drift.days) === drift.segment && [own, -1].includes(after(drift.days - 1));
}

/** Of customers with a change. */
export const shareOf = (explanations: readonly Explanation[]) =>
  explanations.filter(({ change }) => change !== null).length / explanations.length;
