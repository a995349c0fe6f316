export { ledger } from './cleaning/ledger.ts';
export { refuseNothingKept } from './cleaning/refuse-nothing-kept.ts';
export { stage } from './cleaning/stage.ts';
export type { SpareColumn, Staged } from './cleaning/staged.ts';
export { countRfmCodes, type RfmCodeCounts } from './clustering/rfm/count-codes.ts';
export { type Coverage, coverageOf } from './clustering/rfm/coverage.ts';
export { defaultScheme } from './clustering/rfm/default-scheme.ts';
export { lintScheme } from './clustering/rfm/lint-scheme.ts';
export { rfmGridFrom, rfmGridOf } from './clustering/rfm/rfm-grid-of.ts';
export { rfmPresets } from './clustering/rfm/rfm-presets.ts';
export { type ComparedSide, compareSegmentations } from './comparison/compare-segmentations.ts';
export { type ComparedFile, readComparedSide } from './comparison/read-compared-side.ts';
export type { Attributes, DataTable, Members } from './data-table.ts';
export type { Effects, Progress } from './effects.ts';
export { type EvidenceInput, gatherEvidence } from './evidence/gather-evidence.ts';
export { withEvidence } from './evidence/with-evidence.ts';
export { createExplainer, type Explainer } from './explanation/customer/create-explainer.ts';
export { type ExplainedSource, explainSource } from './explanation/customer/explain-source.ts';
export { explainedCsv } from './explanation/customer/explained-csv.ts';
export { findRules, type RulesAsked } from './explanation/rules/find-rules.ts';
export { type RuleTextContext, ruleText } from './explanation/rules/rule-text.ts';
export { type RulesAsOptions, rulesAs } from './explanation/rules/rules-as.ts';
export { prettyJson } from './exports/canonical-json.ts';
export { customerRows } from './exports/customer-rows.ts';
export { type CustomersCsvInput, customersCsv } from './exports/customers-csv.ts';
export { type CustomersParquetAsked, writeCustomersParquet } from './exports/customers-parquet.ts';
export { scoredCsv } from './exports/scored-csv.ts';
export { type SegmentColumns, segmentColumnsOf } from './exports/segment-columns.ts';
export { recipeJson, segmentationJson } from './exports/segmentation-json.ts';
export { computeFeatures, type FeaturesAsked } from './features/compute-features.ts';
export type { FeatureTable } from './features/feature-table.ts';
export { featuresOffered } from './features/features-offered.ts';
export { type JoinAccount, joinAccount } from './features/join-account.ts';
export { type AttributesSource, type JoinedOrders, joinAttributes } from './features/join-attributes.ts';
export { type KeptTotals, keptTotals } from './features/kept-totals.ts';
export { materialise, materialisedVersion } from './features/materialise.ts';
export { materialiseAttributes } from './features/materialise-attributes.ts';
export type { Materialised, MaterialisedTables } from './features/materialised.ts';
export type { Scope } from './features/scope.ts';
export { accountFor, type ImportedSource } from './import/account-for.ts';
export { describeDataset } from './import/describe-dataset.ts';
export { importSource, type ReadSource, withReadSource } from './import/import-source.ts';
export { inspectSource } from './import/inspect-source.ts';
export { describeColumns, inspectionOf, isStageable } from './import/inspection-of.ts';
export { mappingAsked } from './import/mapping-asked.ts';
export { type OpenedSource, openForReading, type ReadingOptions } from './import/opened-source.ts';
export { isStagedBy, type StagedSource, stageSource } from './import/staged-source.ts';
export { type WatchedSteps, watchSteps } from './import/watch-steps.ts';
export { customerDetail } from './insights/customer-detail.ts';
export { listCustomers } from './insights/list-customers.ts';
export { listRows, type RowsAsked } from './insights/list-rows.ts';
export { RowTotals } from './insights/list-rows-totals.ts';
export { segmentBaskets } from './insights/segment-baskets.ts';
export { segmentCategories } from './insights/segment-categories.ts';
export { segmentCountries } from './insights/segment-countries.ts';
export { segmentProducts } from './insights/segment-products.ts';
export { type ProjectionMap, type ProjectionOptions, segmentProjection } from './insights/segment-projection.ts';
export type { SegmentViewOptions } from './insights/segment-scope.ts';
export {
  customersInside,
  type LassoAsked,
  type SelectionOptions,
  selectCustomers,
} from './insights/segment-selection.ts';
export { type SimilarAsked, similarCustomers } from './insights/segment-similar.ts';
export { segmentStatistics } from './insights/segment-statistics.ts';
export { type SeriesAsked, series } from './insights/series.ts';
export { type BatchViewName, batchViewNames } from './insights/views/view-table.ts';
export { type BatchViews, type ViewsAsked, views } from './insights/views.ts';
export { createPredictor, type Predictor } from './prediction/create-predictor.ts';
export type { PlaneAxes } from './prediction/place-of.ts';
export { readModel } from './prediction/read-model.ts';
export {
  type ReadCustomers,
  readNewCustomers,
  type ScoredSource,
  type ScoreOptions,
  scoreSource,
} from './prediction/score-source.ts';
export { type Prepared, prepare } from './preparation/prepare.ts';
export { type UmapInput, type UmapPlaces, umapPlaces } from './projection/umap-places.ts';
export type { MappingPatch } from './recognition/complete-mapping.ts';
export { hashRecipe } from './run/hash-recipe.ts';
export { makeRecipe, type RecipeData, recipeData } from './run/make-recipe.ts';
export { kChoiceFor, type RunInput, type RunResult, runRecipe } from './run/run-recipe.ts';
