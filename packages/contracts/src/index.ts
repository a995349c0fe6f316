export {
  type Api,
  api,
  filterQuerySchema,
  healthSchema,
  type Operation,
  predictRequestSchema,
  segmentationPatchSchema,
  segmentRequestSchema,
} from './api.ts';
export {
  type Ledger,
  type LedgerEntry,
  ledgerEntrySchema,
  ledgerSchema,
  type Rules,
  ruleIdSchema,
  rulesPatchSchema,
  rulesSchema,
  type Totals,
  totalsSchema,
} from './cleaning.ts';
export { type Comparison, comparisonSchema } from './comparison.ts';
export { conditionTests } from './condition-tests.ts';
export {
  type CustomerDetail,
  type CustomerPage,
  type CustomerRow,
  customerDetailSchema,
  customerPageSchema,
  customerRowSchema,
  type SimilarCustomer,
  similarCustomerSchema,
} from './customer.ts';
export {
  type Dataset,
  type DatasetPatch,
  datasetPatchSchema,
  datasetSchema,
  type ImportRequest,
  type InspectRequest,
  importRequestSchema,
  inspectRequestSchema,
  type Join,
  joinSchema,
  type Upload,
  uploadSchema,
} from './dataset.ts';
export {
  ClienteleError,
  type ErrorCode,
  type ErrorData,
  errorCodes,
  exitCode,
  httpStatus,
  isClienteleError,
} from './errors.ts';
export {
  type Change,
  type Condition,
  changeSchema,
  conditionSchema,
  type Evidence,
  type Explanation,
  evidenceSchema,
  explanationSchema,
  ruleDialectSchema,
  type SegmentEvidence,
  type SegmentRule,
  type SegmentStability,
  type Stability,
  type Structure,
  segmentRuleSchema,
  stabilitySchema,
  structureSchema,
} from './evidence.ts';
export { type RuleDialect, ruleDialects, type StabilityGrade, stabilityGrades } from './evidence-choices.ts';
export { type FeatureInfo, featureInfoSchema, featureUnitSchema } from './features.ts';
export { type DataFilters, dataFiltersSchema, dateSchema, type Filters, filtersSchema } from './filters.ts';
export { type Job, jobKinds, jobSchema, type ProblemDocument, problemDocumentSchema } from './job.ts';
export {
  datasetKindSchema,
  dateOrderSchema,
  decimalMarkSchema,
  type Mapping,
  mappingSchema,
  roleSchema,
} from './mapping.ts';
export {
  isLinkage,
  type Linkage,
  linkages,
  type Method,
  type MethodInfo,
  methods,
  methodTable,
  type Parameter,
  type ParameterName,
  parameters,
  takesK,
} from './methods.ts';
export { apiBase, type OperationName, operations, type Route } from './operations.ts';
export {
  defaultOrderFeatures,
  type FeatureUnit,
  featureUnits,
  type OrderFeature,
  type OrderFeatureId,
  orderFeatureIds,
  orderFeatures,
} from './order-features.ts';
export {
  type FeatureValues,
  featureValuesSchema,
  type Prediction,
  predictionSchema,
  type ScoredFile,
  scoredFileSchema,
} from './prediction.ts';
export {
  methodSchema,
  missingSchema,
  type Recipe,
  type RecipeInput,
  recipeInputSchema,
  recipeSchema,
  scaleSchema,
  transformSchema,
} from './recipe.ts';
export {
  autoLogGain,
  firstSegmentationName,
  type Missing,
  missings,
  momentPattern,
  recipeDefaults,
  type Scale,
  scales,
  type Transform,
  transforms,
} from './recipe-choices.ts';
export { type ResultReceipt, resultReceiptSchema } from './result-receipt.ts';
export {
  type RfmBox,
  type RfmCode,
  type RfmCuts,
  type RfmGrid,
  type RfmGroup,
  type RfmPreset,
  type RfmScheme,
  rfmCutsSchema,
  rfmGridSchema,
  rfmPresetSchema,
  rfmSchemeSchema,
} from './rfm.ts';
export { type RfmPresetId, rfmAxes, rfmPresetIds, rfmScoreRange, rfmTies } from './rfm-choices.ts';
export {
  type DatasetKind,
  type DateOrder,
  type DecimalMark,
  datasetKinds,
  dateOrders,
  decimalMarks,
  type Role,
  roleLabels,
  roles,
} from './roles.ts';
export {
  type ColumnCondition,
  columnConditionSchema,
  type RowColumn,
  type RowPage,
  rowColumnSchema,
  rowPageSchema,
} from './rows.ts';
export { defaultRules, type RuleId, type RuleText, ruleIds, ruleTexts } from './rules.ts';
export {
  type Candidate,
  candidateSchema,
  type DendrogramTop,
  type KArgument,
  type KChoice,
  kArgumentSchema,
  kChoiceSchema,
  kMeasureSchema,
  type Model,
  modelSchema,
  type Preparation,
  type PreparedFeature,
  preparationSchema,
  preparedFeatureSchema,
  type Quality,
  qualitySchema,
  type Receipt,
  type RfmModel,
  receiptSchema,
  rfmModelSchema,
  type Segment,
  type Segmentation,
  type SegmentationDocument,
  type SegmentationSummary,
  segmentationDocumentSchema,
  segmentationSchema,
  segmentationSummarySchema,
  segmentSchema,
  type Trait,
  traitSchema,
} from './segmentation.ts';
export { type Selection, type SelectionRequest, selectionRequestSchema, selectionSchema } from './selection.ts';
export {
  type ColumnProfile,
  type ColumnType,
  columnProfileSchema,
  columnTypeSchema,
  type FeatureColumn,
  featureColumnSchema,
  type Inspection,
  inspectionSchema,
  type PreviewRow,
  type Problem,
  previewRowSchema,
  problemSchema,
  type RoleGuess,
  roleGuessSchema,
  type Sheet,
  type SourceFormat,
  type SourceInfo,
  sheetSchema,
  sourceFormatSchema,
  sourceInfoSchema,
} from './source.ts';
export { version } from './version.ts';
export {
  type Bins,
  binsSchema,
  type CategoryCount,
  type Correlations,
  categoryCountSchema,
  correlationsSchema,
  type NumberSummary,
  numberSummarySchema,
} from './views/features.ts';
export { type KpiComparison, type Kpis, kpiComparisonSchema, kpisSchema } from './views/kpis.ts';
export {
  type Band,
  bandSchema,
  type Cohorts,
  cohortsSchema,
  type Month,
  monthSchema,
  type WeekHours,
  weekHoursSchema,
} from './views/months.ts';
export {
  type Density,
  densitySchema,
  type Points,
  type Projection,
  pointsSchema,
  projectionSchema,
  type UmapRequest,
  umapRequestSchema,
} from './views/points.ts';
export {
  type CountryMonths,
  type CountryTotals,
  countryMonthsSchema,
  countryTotalsSchema,
  type OrderCount,
  orderCountSchema,
  type TopCustomer,
  topCustomerSchema,
} from './views/rankings.ts';
export {
  type CategoryBySegment,
  type CountryBySegment,
  categoryBySegmentSchema,
  countryBySegmentSchema,
  type SegmentBasket,
  type SegmentProduct,
  type SegmentProducts,
  type SegmentStatistics,
  type SegmentTotals,
  segmentBasketSchema,
  segmentProductSchema,
  segmentProductsSchema,
  segmentStatisticsSchema,
  segmentTotalsSchema,
} from './views/segments.ts';
export {
  type Alert,
  alertSchema,
  anomalyRuleSchema,
  type Driver,
  driverSchema,
  grainSchema,
  type Series,
  seriesMeasureSchema,
  seriesSchema,
} from './views/series.ts';
export {
  type AnomalyRule,
  anomalyRules,
  type Grain,
  grains,
  type SeriesMeasure,
  seriesMeasures,
} from './views/series-choices.ts';
export { umapRanges } from './views/umap-ranges.ts';
export { isSegmentView, type ViewName, viewNames } from './views/view-names.ts';
export {
  type ViewOptions,
  type Views,
  type ViewsAnswer,
  viewNameSchema,
  viewOptionsSchema,
  viewOptionsShape,
  viewSchemas,
  viewsAnswerSchema,
} from './views/view-table.ts';
