import type { FigureDefinition, Source } from './define-figure.ts';
import { againstBase } from './figures/against-base-figure.ts';
import { alerts } from './figures/alert-table-figure.ts';
import { boxPlot } from './figures/box-plot-figure.ts';
import { categoryBreakdown } from './figures/category-breakdown-figure.ts';
import { category } from './figures/category-figure.ts';
import { cohortRetention } from './figures/cohort-retention-figure.ts';
import { comparison } from './figures/comparison-figure.ts';
import { correlation } from './figures/correlation-figure.ts';
import { countries } from './figures/countries-figure.ts';
import { countryBreakdown } from './figures/country-breakdown-figure.ts';
import { countryMonths } from './figures/country-months-figure.ts';
import { customerOrders } from './figures/customer-orders-figure.ts';
import { dendrogram } from './figures/dendrogram-figure.ts';
import { featureHistogram } from './figures/feature-histogram-figure.ts';
import { featureScatter, rfmScatter } from './figures/feature-scatter-figure.ts';
import { monthlyCustomers } from './figures/monthly-customers-figure.ts';
import { monthlyRevenue } from './figures/monthly-revenue-figure.ts';
import { newRevenue } from './figures/new-revenue-figure.ts';
import { orderCounts } from './figures/order-counts-figure.ts';
import { parallelCoordinates } from './figures/parallel-figure.ts';
import { place } from './figures/place-figure.ts';
import { profile } from './figures/profile-heatmap-figure.ts';
import { projection } from './figures/projection-figure.ts';
import { qualityOverK } from './figures/quality-over-k-figure.ts';
import { qualityTable } from './figures/quality-table-figure.ts';
import { returning } from './figures/returning-figure.ts';
import { scatter3d } from './figures/scatter-3d-figure.ts';
import { segmentBaskets } from './figures/segment-baskets-figure.ts';
import { segmentBoxPlot } from './figures/segment-box-plot-figure.ts';
import { segmentDistances } from './figures/segment-distances-figure.ts';
import { segmentLift } from './figures/segment-lift-figure.ts';
import { segmentProducts } from './figures/segment-products-figure.ts';
import { segmentRules } from './figures/segment-rules-figure.ts';
import { segmentShares } from './figures/segment-shares-figure.ts';
import { segmentSizeRevenue } from './figures/segment-size-revenue-figure.ts';
import { seriesOverTime } from './figures/series-figure.ts';
import { silhouette } from './figures/silhouette-figure.ts';
import { similarCustomers } from './figures/similar-customers-figure.ts';
import { stability } from './figures/stability-figure.ts';
import { structure } from './figures/structure-figure.ts';
import { topCustomers } from './figures/top-customers-figure.ts';
import { umap } from './figures/umap-figure.ts';
import { weekHours } from './figures/week-hours-figure.ts';
import { worldMap } from './figures/world-map-figure.ts';

/** Every figure there is: screens, report, exports and the API take them from here. Adding one: its file, and its line. */
export const figures: readonly FigureDefinition<Source>[] = [
  monthlyRevenue,
  monthlyCustomers,
  returning,
  countries,
  worldMap,
  rfmScatter,
  topCustomers,
  countryMonths,
  weekHours,
  cohortRetention,
  newRevenue,
  orderCounts,
  featureScatter,
  category,
  featureHistogram,
  boxPlot,
  segmentBoxPlot,
  correlation,
  projection,
  umap,
  segmentShares,
  profile,
  countryBreakdown,
  categoryBreakdown,
  structure,
  stability,
  segmentRules,
  segmentSizeRevenue,
  parallelCoordinates,
  segmentProducts,
  segmentLift,
  segmentBaskets,
  againstBase,
  comparison,
  customerOrders,
  dendrogram,
  qualityOverK,
  qualityTable,
  scatter3d,
  segmentDistances,
  silhouette,
  similarCustomers,
  place,
  seriesOverTime,
  alerts,
];
