import type { ViewName } from '@clientele/contracts';
import { categoriesView } from './categories-view.ts';
import { cohortsView } from './cohorts-view.ts';
import { correlationsView } from './correlations-view.ts';
import { kpiComparisonView, kpisView, tableKpisView } from './kpi-views.ts';
import { numbersView } from './numbers-view.ts';
import { pointsView } from './points-view.ts';
import {
  countriesView,
  orderCountsView,
  segmentTotalsView,
  tableCountriesView,
  topCustomersView,
} from './ranking-views.ts';
import { countryMonthsView, monthsView, weekHoursView } from './time-views.ts';
import { constantView, type View } from './view.ts';

/** The views that are computed together; the others have a function each. */
export const batchViewNames = [
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
] as const satisfies readonly ViewName[];
export type BatchViewName = (typeof batchViewNames)[number];

type ViewTable = { [Name in BatchViewName]: View<Name> };

const ofBoth = {
  points: pointsView,
  segmentTotals: segmentTotalsView,
  numbers: numbersView,
  categories: categoriesView,
  correlations: correlationsView,
};

/** How each view comes from order lines. */
export const orderViews: ViewTable = {
  ...ofBoth,
  kpis: kpisView,
  kpiComparison: kpiComparisonView,
  months: monthsView,
  weekHours: weekHoursView,
  cohorts: cohortsView,
  topCustomers: topCustomersView,
  countries: countriesView,
  countryMonths: countryMonthsView,
  orderCounts: orderCountsView,
};

/** How each view comes from a table of customers: there is no money and no time. */
export const customerViews: ViewTable = {
  ...ofBoth,
  kpis: tableKpisView,
  kpiComparison: constantView<'kpiComparison'>(null),
  months: constantView<'months'>([]),
  weekHours: constantView<'weekHours'>({ orders: weekOfZeros(), revenue: weekOfZeros(), hasHours: false }),
  cohorts: constantView<'cohorts'>({ cohorts: [], isLastMonthFinished: true }),
  topCustomers: constantView<'topCustomers'>([]),
  countries: tableCountriesView,
  countryMonths: constantView<'countryMonths'>({ months: [], countries: [] }),
  orderCounts: constantView<'orderCounts'>([]),
};

function weekOfZeros(): number[][] {
  return Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
}
