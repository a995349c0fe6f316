import { type FigureDefinition, isView } from '@clientele/charts';
import type { Filters, ViewName, ViewOptions, Views } from '@clientele/contracts';
import { chosenFigures, reportViews } from '@clientele/report';
import type { JobContext } from '../jobs/job-runner.ts';
import type { FigureInput, ShownData } from '../runs/make-report.ts';
import { answerViews } from './answer-views.ts';
import { datasetShown } from './shown.ts';
import type { Workshop } from './workshop.ts';

/** Which data, under which filters, with which segmentation, and in which language. */
export interface ShownQuery extends Filters {
  segmentation?: string | undefined;
  /** "de", "en-GB"; absent: English. */
  language?: string | undefined;
}

export interface ReportQuery extends ShownQuery {
  format: 'pdf' | 'html';
  title?: string | undefined;
  /** Figure ids; absent: the usual ones. */
  figures?: readonly string[] | undefined;
  /** A part for each segment. */
  hasSegments: boolean;
}

/** On paper: so many customers listed, and dots of a scatter, of which more are no clearer and make the file slow. */
const onPaper = {
  top: 10,
  points: 1500,
  grain: 'week',
  measure: 'revenue',
  rule: 'seasonal',
  window: 6,
  deviations: 3,
} as const;
const usualLanguage = 'en-GB';

/** What figures are made from. */
async function shownData(
  workshop: Workshop,
  datasetId: string,
  names: readonly ViewName[],
  query: ShownQuery & ViewOptions,
): Promise<ShownData> {
  const { stored, shown } = await datasetShown(workshop, datasetId, query);
  const views: Partial<Views> =
    names.length === 0 ? {} : (await answerViews(workshop, datasetId, { ...query, names })).views;
  return {
    dataset: stored.dataset,
    segmentation: shown?.segmentation ?? null,
    views,
    language: query.language ?? usualLanguage,
  };
}

/** The report on a dataset, and the name that it goes by. Throws as `answerViews`, and `usage` for a figure that there is not. */
export async function reportOf(
  workshop: Workshop,
  datasetId: string,
  query: ReportQuery,
  job: JobContext,
): Promise<{ name: string; content: Uint8Array | string }> {
  const { stored, shown } = await datasetShown(workshop, datasetId, query);
  const hasSegmentation = shown !== null;
  const chosen = chosenFigures(query.figures, { kind: stored.dataset.kind, hasSegmentation });
  const names = reportViews(chosen, { kind: stored.dataset.kind, hasSegmentation });
  const data = await shownData(workshop, datasetId, names, { ...query, ...onPaper });
  const { from, to, countries, segments, customer, format, title, hasSegments } = query;
  const input = {
    ...data,
    format,
    hasSegments,
    filters: { from, to, countries, segments, customer },
    figures: chosen.map(({ id }) => id),
    ...(title !== undefined && { title }),
    madeAt: new Date().toISOString(),
  };
  return { name: title ?? data.dataset.name, content: await workshop.runner.do('report', input, job) };
}

/** One figure as text: JSON, CSV or SVG. Throws as `answerViews`. */
export async function figureOf(
  workshop: Workshop,
  datasetId: string,
  definition: FigureDefinition,
  query: ShownQuery & ViewOptions & Pick<FigureInput, 'format' | 'width'>,
  job: JobContext,
): Promise<{ name: string; content: string }> {
  const data = await shownData(workshop, datasetId, definition.needs.filter(isView), query);
  const { format, width, features: [x, y, z] = [] } = query;
  const choices = {
    ...(x !== undefined && { feature: x, x }),
    ...(y !== undefined && { y }),
    ...(z !== undefined && { z }),
  };
  const content = await workshop.runner.do('figure', { ...data, figure: definition.id, choices, format, width }, job);
  return { name: data.dataset.name, content };
}
