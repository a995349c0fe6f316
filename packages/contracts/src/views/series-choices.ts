export const grains = ['day', 'week', 'month'] as const;
/** Length of a step in time; weeks begin on Monday. */
export type Grain = (typeof grains)[number];

export const seriesMeasures = ['revenue', 'orders', 'customers', 'averageOrderValue'] as const;
export type SeriesMeasure = (typeof seriesMeasures)[number];

export const anomalyRules = ['seasonal', 'rolling'] as const;
/**
 * `seasonal`: STL, then generalised ESD on the robustly scaled remainder, so that a peak that comes each year (or each week) is no alarm.
 * `rolling`: outside the mean of the steps before by so many standard deviations.
 */
export type AnomalyRule = (typeof anomalyRules)[number];
