import {
  comparisonText,
  customersTiles,
  type FigureContext,
  type FigureDefinition,
  type FigureSetting,
  type FigureSources,
  kpiTiles,
  overviewFindings,
} from '@clientele/charts';
import type { Dataset, Filters, Segmentation, Views } from '@clientele/contracts';
import type { TextKey } from '@clientele/texts';
import type { Report, ReportFigure, ReportSection, ReportTile } from '../report.ts';
import { filterWords } from './filter-words.ts';
import { reportSegments } from './report-segments.ts';

export interface ReportInput {
  dataset: Dataset;
  segmentation: Segmentation | null;
  filters: Filters;
  /** Those of `reportViews`. */
  views: Partial<Views>;
  figures: readonly FigureDefinition[];
  /** A part for each segment. */
  hasSegments: boolean;
  /** In place of the dataset's name. */
  title?: string;
  /** ISO time. */
  madeAt: string;
  /** BCP 47. */
  language: string;
  context: FigureContext;
}

/** Figures that want the whole width. */
const wide = new Set([
  'country-months',
  'week-hours',
  'cohort-retention',
  'world-map',
  'profile',
  'series',
  'alerts',
  'parallel-coordinates',
  'correlation',
  'segment-baskets',
]);
const mostFindings = 6;
const mostCategories = 6;

/** A report from the same figures, tiles and findings as the screens. */
export function composeReport(input: ReportInput): Report {
  const { dataset, segmentation, filters, views, context, hasSegments } = input;
  const { text, formats } = context;
  const { kpis, numbers = [], months = [], kpiComparison = null } = views;
  const tiles =
    kpis === undefined
      ? []
      : dataset.kind === 'customers'
        ? customersTiles({ kpis, numbers }, dataset, context)
        : kpiTiles({ kpis, kpiComparison, months }, context);
  const note = comparisonText(kpiComparison, context);
  const receipt = segmentation?.document.receipt;
  return {
    title: input.title ?? dataset.name,
    subtitle: filterWords(dataset, filters, context),
    madeAt: input.madeAt,
    language: input.language,
    text,
    formats,
    facts: [
      {
        label: text('report.facts.rows'),
        value: text('overview.kept', {
          kept: formats.count(dataset.kept),
          all: formats.count(dataset.rows),
          kind: dataset.kind,
        }),
      },
      ...(segmentation === null ? [] : [{ label: text('report.facts.segmentation'), value: segmentation.name }]),
    ],
    tiles: tiles.map(
      ({ label, value, note: unit, change }): ReportTile => ({
        label: unit === null ? label : `${label}, ${unit}`,
        value,
        change: change && {
          text: change.text,
          direction: change.direction === 'same' ? 'none' : change.direction,
          meaning: change.isBetter === null ? 'neutral' : change.isBetter ? 'better' : 'worse',
        },
      }),
    ),
    ...(note !== null && { tilesNote: note }),
    findings: findingsOf(input),
    sections: sectionsOf(input),
    segments:
      segmentation === null || !hasSegments ? [] : reportSegments(dataset, segmentation, filters, views, context),
    receipt:
      receipt === undefined
        ? []
        : [
            { label: text('report.receipt.data'), value: receipt.data },
            { label: text('report.receipt.recipe'), value: receipt.recipe },
            { label: text('report.receipt.version'), value: receipt.version },
          ],
  };
}

function findingsOf({ dataset, filters, views, context }: ReportInput): Report['findings'] {
  const { kpis, months, topCustomers, countries, points, segmentTotals, numbers, categories } = views;
  if (!kpis || !months || !topCustomers || !countries || !points || !segmentTotals) return [];
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const overview = {
    kpis,
    months,
    topCustomers,
    countries,
    points,
    segmentTotals,
    filters,
    ...(numbers && { numbers }),
    ...(categories && { categories }),
  };
  return overviewFindings({ overview, ledger: isFiltered ? null : dataset.ledger }, context, mostFindings).map(
    ({ value, sentence }) => ({ value, sentence }),
  );
}

function sectionsOf({ dataset, segmentation, views, figures, context }: ReportInput): ReportSection[] {
  const setting: Omit<FigureSetting, 'choices'> = { ...context, dataset };
  const sources = { ...views, ...(segmentation && { segmentation: segmentation.document }) } as FigureSources;
  const sections = new Map<FigureDefinition['screen'], ReportFigure[]>();
  for (const definition of figures) {
    if (definition.needs.some((source) => sources[source] === undefined)) continue;
    const made = choicesOf(definition, views).flatMap((choices): ReportFigure[] => {
      const figure = definition.make(sources, { ...setting, choices });
      return figure === null ? [] : [{ figure, width: wide.has(definition.id) ? 'full' : 'half' }];
    });
    const before = sections.get(definition.screen) ?? [];
    if (made.length > 0) sections.set(definition.screen, [...before, ...made]);
  }
  return [...sections].map(([screen, made]) => ({
    title: context.text(`shell.${screen}` satisfies TextKey),
    figures: made,
  }));
}

/** A figure of a category stands once for each. */
function choicesOf({ id }: FigureDefinition, views: Partial<Views>): FigureSetting['choices'][] {
  const features =
    id === 'category' ? views.categories : id === 'category-breakdown' ? views.segmentCategories : undefined;
  return features === undefined ? [{}] : features.slice(0, mostCategories).map(({ feature }) => ({ feature }));
}
