/** What UMAP may be asked, both ends included, and what it is asked where nothing is said. */
export const umapRanges = {
  neighbours: { min: 2, max: 200, default: 15 },
  minDistance: { min: 0, max: 0.99, default: 0.1 },
  seed: { min: 0, max: 4_294_967_295, default: 1 },
} as const;
