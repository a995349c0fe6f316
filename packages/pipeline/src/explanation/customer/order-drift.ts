import type { Explanation, FeatureValues } from '@clientele/contracts';
import type { ExplainModel } from './explain-model.ts';
import { numberOf } from './feature-value.ts';

const mostDays = 365;

/**
 * Where a customer ends who buys nothing: the first day, to 365 and twice the base's largest recency, on which recency and tenure grown by the days
 * give another segment; null where none does, or neither is a known feature. Days of no segment on the way are passed over.
 */
export function orderDrift(model: ExplainModel, values: FeatureValues, own: number): Explanation['drift'] {
  const growing = (['recency', 'tenure'] as const).flatMap((id) => {
    const value = model.orderFeatures.has(id) ? numberOf(values, id) : null;
    return value === null ? [] : [{ id, value }];
  });
  if (growing.length === 0) return null;
  const longest = model.orderFeatures.get('recency')?.percentiles[100] ?? mostDays;
  const last = Math.min(mostDays, Math.floor(2 * longest));
  for (let days = 1; days <= last; days++) {
    const later: FeatureValues = { ...values };
    for (const { id, value } of growing) later[id] = value + days;
    const segment = model.segmentOf(later);
    if (segment >= 0 && segment !== own) return { days, segment, name: model.nameOf(segment) };
  }
  return null;
}
