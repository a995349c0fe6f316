export type { FeatureLabel } from './feature-label.ts';
export type { Drawing, Figure, FigureContext, FigureTable, TableColumn } from './figure.ts';
export { type AgainstBaseInput, againstBaseFigure } from './figures/against-base-figure.ts';
export { type CategoryBreakdownInput, categoryBreakdownFigure } from './figures/category-breakdown-figure.ts';
export { type CategoryInput, categoryFigure } from './figures/category-figure.ts';
export { comparisonFigure } from './figures/comparison-figure.ts';
export { countriesFigure } from './figures/countries-figure.ts';
export { countryBreakdownFigure } from './figures/country-breakdown-figure.ts';
export { type CustomerOrdersInput, customerOrdersFigure } from './figures/customer-orders-figure.ts';
export { type DendrogramInput, dendrogramFigure } from './figures/dendrogram-figure.ts';
export { type FeatureScatterInput, featureScatterFigure } from './figures/feature-scatter-figure.ts';
export { type HistogramInput, histogramFigure } from './figures/histogram-figure.ts';
export { type LedgerFigure, type LedgerInput, type LedgerRow, ledgerFigure } from './figures/ledger-figure.ts';
export { monthlyCustomersFigure } from './figures/monthly-customers-figure.ts';
export { monthlyRevenueFigure } from './figures/monthly-revenue-figure.ts';
export { type ProfileHeatmapInput, profileHeatmapFigure } from './figures/profile-heatmap-figure.ts';
export { projectionFigure } from './figures/projection-figure.ts';
export {
  measuresOf,
  type QualityMeasure,
  type QualityMeasureText,
  qualityMeasures,
} from './figures/quality-measures.ts';
export { type QualityOverKInput, qualityOverKFigure } from './figures/quality-over-k-figure.ts';
export { qualityTableFigure } from './figures/quality-table-figure.ts';
export { type ReturningInput, returningFigure } from './figures/returning-figure.ts';
export { type Scatter3dInput, scatter3dFigure } from './figures/scatter-3d-figure.ts';
export { segmentDistancesFigure } from './figures/segment-distances-figure.ts';
export { type SegmentTotals, segmentSharesFigure } from './figures/segment-shares-figure.ts';
export { type SilhouetteInput, silhouetteFigure } from './figures/silhouette-figure.ts';
export { type TopCustomersInput, topCustomersFigure } from './figures/top-customers-figure.ts';
export type { Finding, FindingLink, FindingsInput } from './findings/finding.ts';
export { kSentence } from './findings/k-sentence.ts';
export { type NextOrder, nextOrder } from './findings/next-order.ts';
export { overviewFindings } from './findings/overview-findings.ts';
export { etaSquared } from './findings/separation.ts';
export { createFormats, type FormatOptions, type Formats } from './format/create-formats.ts';
export { escapeHtml } from './format/escape-html.ts';
export { featureText } from './format/feature-text.ts';
export { figureCsv } from './format/figure-csv.ts';
export { labelInText } from './format/label-in-text.ts';
export { capitalised, numberWord } from './format/number-word.ts';
export { aroundColor } from './theme/around-color.ts';
export { type MarkShape, type SegmentMark, segmentMark, textOn } from './theme/segment-mark.ts';
export { type Scheme, type Tokens, tokens } from './theme/tokens.ts';
