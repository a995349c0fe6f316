export {
  defineFigure,
  type FigureChoices,
  type FigureDataset,
  type FigureDefinition,
  type FigureSetting,
  type FigureSources,
  type Source,
} from './define-figure.ts';
export { type FeatureLabel, featureLabel, featureMeaning, labelInText } from './feature-label.ts';
export type { Drawing, Figure, FigureContext, FigureTable, MapGround, TableColumn } from './figure.ts';
export { againstBase } from './figures/against-base-figure.ts';
export { alerts } from './figures/alert-table-figure.ts';
export { boxPlot } from './figures/box-plot-figure.ts';
export { categoryBreakdown } from './figures/category-breakdown-figure.ts';
export { category } from './figures/category-figure.ts';
export { cohortRetention } from './figures/cohort-retention-figure.ts';
export { comparison } from './figures/comparison-figure.ts';
export { correlation } from './figures/correlation-figure.ts';
export { countries } from './figures/countries-figure.ts';
export { countryBreakdown } from './figures/country-breakdown-figure.ts';
export { countryMonths } from './figures/country-months-figure.ts';
export { customerOrders } from './figures/customer-orders-figure.ts';
export { dendrogram } from './figures/dendrogram-figure.ts';
export { featureHistogram } from './figures/feature-histogram-figure.ts';
export {
  type FeatureScatterInput,
  featureScatter,
  featureScatterFigure,
  rfmScatter,
} from './figures/feature-scatter-figure.ts';
export { type LedgerFigure, type LedgerInput, type LedgerRow, ledgerFigure } from './figures/ledger-figure.ts';
export { monthlyCustomers } from './figures/monthly-customers-figure.ts';
export { monthlyRevenue } from './figures/monthly-revenue-figure.ts';
export { newRevenue } from './figures/new-revenue-figure.ts';
export { orderCounts } from './figures/order-counts-figure.ts';
export { parallelCoordinates } from './figures/parallel-figure.ts';
export { place } from './figures/place-figure.ts';
export { profile } from './figures/profile-heatmap-figure.ts';
export { projection, projectionFigure } from './figures/projection-figure.ts';
export {
  measuresOf,
  type QualityMeasure,
  type QualityMeasureText,
  qualityMeasures,
} from './figures/quality-measures.ts';
export { qualityOverK, qualityOverKFigure } from './figures/quality-over-k-figure.ts';
export { namedMark, qualityTable, qualityTableFigure } from './figures/quality-table-figure.ts';
export { returning } from './figures/returning-figure.ts';
export { scatter3d, scatter3dFigure } from './figures/scatter-3d-figure.ts';
export { segmentBaskets } from './figures/segment-baskets-figure.ts';
export { segmentBoxPlot } from './figures/segment-box-plot-figure.ts';
export { segmentDistances, segmentDistancesFigure } from './figures/segment-distances-figure.ts';
export { segmentLift } from './figures/segment-lift-figure.ts';
export { segmentProducts } from './figures/segment-products-figure.ts';
export { segmentRules } from './figures/segment-rules-figure.ts';
export { type SegmentPart, segmentShares, segmentSharesFigure } from './figures/segment-shares-figure.ts';
export { segmentSizeRevenue } from './figures/segment-size-revenue-figure.ts';
export { seriesOverTime } from './figures/series-figure.ts';
export { silhouette } from './figures/silhouette-figure.ts';
export { similarCustomers } from './figures/similar-customers-figure.ts';
export { stability } from './figures/stability-figure.ts';
export { structure } from './figures/structure-figure.ts';
export { topCustomers } from './figures/top-customers-figure.ts';
export { umap } from './figures/umap-figure.ts';
export { weekHours } from './figures/week-hours-figure.ts';
export { worldMap } from './figures/world-map-figure.ts';
export { alertSentence } from './findings/alert-sentence.ts';
export type { SeriesKind } from './findings/alert-words.ts';
export { strongestAlert } from './findings/alert-words.ts';
export { asOfDay } from './findings/as-of-day.ts';
export type { Finding, FindingLink, FindingsInput, FindingsViews } from './findings/finding.ts';
export { kSentence } from './findings/k-sentence.ts';
export { type NextOrder, nextOrder } from './findings/next-order.ts';
export { findingViews, overviewFindings } from './findings/overview-findings.ts';
export type { PlanContext, PlanSources } from './findings/plan-facts.ts';
export { type PlanArea, type PlanRule, planAreas, planRules } from './findings/plan-rules.ts';
export { inList, ruleText } from './findings/rule-text.ts';
export { doubtText, gradeDoubt, type SegmentDoubt, segmentDoubt } from './findings/segment-doubt.ts';
export { type PlanLine, segmentPlan } from './findings/segment-plan.ts';
export { etaSquared } from './findings/separation.ts';
export { type StructureStand, structureFinding, structureStand, unpartedFrom } from './findings/structure-finding.ts';
export { capitalised } from './format/capitalised.ts';
export { createFormats, type FormatOptions, type Formats } from './format/create-formats.ts';
export { escapeHtml } from './format/escape-html.ts';
export { featureText } from './format/feature-text.ts';
export { figureCsv } from './format/figure-csv.ts';
export { inWords } from './format/in-words.ts';
export { countryCode, type PlacedCountries, placeCountries } from './map/place-countries.ts';
export { figures } from './registry.ts';
export { isView, type ReportData, reportFigures, usualReport } from './report-choice.ts';
export { aroundColor } from './theme/around-color.ts';
export type { Lasso } from './theme/lasso-mark.ts';
export type { MarkedPlace } from './theme/marked-place.ts';
export { type MarkShape, type SegmentMark, segmentMark, textOn } from './theme/segment-mark.ts';
export { type Scheme, type Tokens, tokens } from './theme/tokens.ts';
export { customersTiles } from './tiles/customers-tiles.ts';
export { comparisonText, type KpiChange, type KpiTile, kpiTiles } from './tiles/kpi-tiles.ts';
export { type CardMedian, type SegmentCard, segmentCards, unassignedUnder } from './tiles/segment-cards.ts';
