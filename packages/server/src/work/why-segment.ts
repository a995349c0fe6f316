import { isClienteleError, type Prediction } from '@clientele/contracts';
import { computeFeatures } from '@clientele/pipeline';
import type { StoredSegmentation } from '../store/segmentations.ts';
import { asMade } from './shown.ts';
import type { Workshop } from './workshop.ts';

/** Why a customer is in its segment: scored by its features as they were for the segmentation; null where it has none. */
export async function whySegment(
  workshop: Workshop,
  shown: StoredSegmentation,
  customer: string,
): Promise<Prediction | null> {
  const { document } = shown.segmentation;
  const { table, scope } = await asMade(workshop, shown, { customer });
  try {
    const features = await computeFeatures(workshop.engine, table, { ...scope, ids: document.recipe.features });
    const values = features.features.map(({ id }): [string, number | string | null] => [
      id,
      finite(features.numbers[id]?.[0]) ?? features.categories[id]?.[0] ?? null,
    ]);
    return (await workshop.predictors.of(shown.segmentation.id))(Object.fromEntries(values));
  } catch (cause) {
    if (isClienteleError(cause) && cause.code === 'nothing-kept') return null;
    throw cause;
  }
}

function finite(value: number | undefined): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
