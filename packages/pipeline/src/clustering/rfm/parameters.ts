import type { Parameter } from '../method.ts';

/** None: quintiles and the grid are fixed. */
export const rfmParameters: readonly Parameter[] = [];
