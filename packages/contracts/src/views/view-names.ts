export const viewNames = [
  'kpis',
  'kpiComparison',
  'months',
  'weekHours',
  'cohorts',
  'topCustomers',
  'countries',
  'countryMonths',
  'orderCounts',
  'points',
  'segmentTotals',
  'numbers',
  'categories',
  'correlations',
  'series',
  'segmentStatistics',
  'segmentCountries',
  'segmentCategories',
  'segmentProducts',
  'segmentBaskets',
  'segmentProjection',
] as const;
export type ViewName = (typeof viewNames)[number];

/** True for views that need a segmentation and hold what it saw. */
export const isSegmentView = (name: ViewName): boolean => name.startsWith('segment') && name !== 'segmentTotals';
