import {
  comparisonText,
  customersTiles,
  type FigureContext,
  type FigureDefinition,
  type FigureSetting,
  type FigureSources,
  kpiTiles,
  overviewFindings,
  structureFinding,
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
  'segment-rules',
]);
/** Figures of what speaks for a segmentation, in a section of their own. */
const ofEvidence = new Set(['structure', 'stability', 'segment-rules']);
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
  const sections = new Map<FigureDefinition['screen'] | 'evidence', ReportFigure[]>();
  for (const definition of figures) {
    if (definition.needs.some((source) => sources[source] === undefined)) continue;
    const made = choicesOf(definition, views).flatMap((choices): ReportFigure[] => {
      const figure = definition.make(sources, { ...setting, choices });
      return figure === null ? [] : [{ figure, width: wide.has(definition.id) ? 'full' : 'half' }];
    });
    const section = ofEvidence.has(definition.id) ? 'evidence' : definition.screen;
    const before = sections.get(section) ?? [];
    if (made.length > 0) sections.set(section, [...before, ...made]);
  }
  const verdict = verdictOf(segmentation, context);
  return [...sections].map(([section, made]) =>
    section === 'evidence'
      ? { title: context.text('evidence.title'), ...(verdict !== null && { lead: verdict }), figures: made }
      : { title: context.text(`shell.${section}` satisfies TextKey), figures: made },
  );
}

/** The verdict on the structure in words; null without evidence. */
function verdictOf(segmentation: Segmentation | null, context: FigureContext): string | null {
  const evidence = segmentation?.document.evidence ?? null;
  if (segmentation === null || evidence === null) return null;
  const { verdict, about, unparted } = structureFinding(
    evidence.structure,
    segmentation.document.segments.length,
    context,
  );
  return [`${verdict}.`, about, ...(unparted === null ? [] : [unparted])].join(' ');
}

/** A figure of a category stands once for each. */
function choicesOf({ id }: FigureDefinition, views: Partial<Views>): FigureSetting['choices'][] {
  const features =
    id === 'category' ? views.categories : id === 'category-breakdown' ? views.segmentCategories : undefined;
  return features === undefined ? [{}] : features.slice(0, mostCategories).map(({ feature }) => ({ feature }));
}
