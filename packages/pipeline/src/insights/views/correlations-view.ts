import { computeFeatures } from '../../features/compute-features.ts';
import { resolveFeatures } from '../../features/resolve-features.ts';
import { correlate } from '../correlate.ts';
import type { View } from './view.ts';

const mostFeatures = 30;

/** How the numeric features asked for, or those suggested, go together; the first thirty of them. */
export const correlationsView: View<'correlations'> = {
  async shape(_, { session, table, asked }) {
    const features = resolveFeatures(table, asked.options.features)
      .filter(({ unit }) => unit !== 'category')
      .slice(0, mostFeatures);
    if (features.length === 0) return { features: [], pearson: [], spearman: [] };
    const { numbers } = await computeFeatures(session, table, { ...asked, ids: features.map(({ id }) => id) });
    return {
      features: features.map(({ id, label }) => ({ id, label })),
      ...(await correlate(features.map(({ id }) => numbers[id]!))),
    };
  },
};
