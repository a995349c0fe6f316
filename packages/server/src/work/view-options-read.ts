import type { ViewName, ViewOptions } from '@clientele/contracts';

/** The options that each view reads: two requests that differ in none of them have one answer. */
export const viewOptionsRead: Record<ViewName, readonly (keyof ViewOptions)[]> = {
  kpis: [],
  kpiComparison: [],
  months: [],
  weekHours: [],
  cohorts: [],
  topCustomers: ['top'],
  countries: [],
  countryMonths: [],
  orderCounts: [],
  points: ['points', 'features'],
  segmentTotals: [],
  numbers: ['features'],
  categories: [],
  correlations: ['features'],
  series: ['grain', 'measure', 'rule', 'window', 'deviations'],
  segmentStatistics: ['features'],
  segmentCountries: [],
  segmentCategories: [],
  segmentProducts: [],
  segmentBaskets: [],
  segmentProjection: ['points', 'features'],
};
