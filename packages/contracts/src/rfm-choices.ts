/** Fewest and most scores of a grid. */
export const rfmScoreRange = { min: 3, max: 10 } as const;

export const rfmAxes = ['r-fm', 'r-f-m'] as const;
export const rfmTies = ['customers', 'values'] as const;

export const rfmPresetIds = ['clientele', 'r-rfm', 'r-rfm-0.2', 'pymc-marketing', 'braze'] as const;
/** The grids that come with Clientele. */
export type RfmPresetId = (typeof rfmPresetIds)[number];
