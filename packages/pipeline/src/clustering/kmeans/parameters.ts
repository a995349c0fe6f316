import { limits, recipeInputSchema } from '@clientele/contracts';
import type { Parameter } from '../method.ts';

const defaults = recipeInputSchema.parse({});

export const kmeansParameters: readonly Parameter[] = [
  {
    name: 'k',
    type: 'integer-or-auto',
    range: limits.k,
    default: defaults.k,
    meaning: 'number of segments; auto tries fromK to toK and takes the recommended one',
  },
  { name: 'fromK', type: 'integer', range: limits.k, default: defaults.fromK, meaning: 'first k that auto tries' },
  { name: 'toK', type: 'integer', range: limits.k, default: defaults.toK, meaning: 'last k that auto tries' },
  {
    name: 'starts',
    type: 'integer',
    range: limits.starts,
    default: defaults.starts,
    meaning: 'independent starts; the one of the lowest inertia is kept',
  },
  {
    name: 'seed',
    type: 'integer',
    range: limits.seed,
    default: defaults.seed,
    meaning: 'the same seed gives the same answer',
  },
];
