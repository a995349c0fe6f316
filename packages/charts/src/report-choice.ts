import { type Dataset, type ViewName, viewNames } from '@clientele/contracts';
import type { FigureDefinition, Source } from './define-figure.ts';
import { figures } from './registry.ts';

/** What is known of the data before their views are. */
export interface ReportData {
  kind: Dataset['kind'];
  hasSegmentation: boolean;
}

/** The figures of a report where none are chosen, by the kind of data; those that the data have nothing for are left out. */
export const usualReport: Readonly<Record<Dataset['kind'], readonly string[]>> = {
  orders: [
    'monthly-revenue',
    'returning',
    'world-map',
    'new-revenue',
    'top-customers',
    'country-months',
    'week-hours',
    'cohort-retention',
    'rfm-scatter',
    'series',
    'structure',
    'stability',
    'segment-rules',
    'segment-size-revenue',
    'segment-baskets',
    'profile',
    'country-breakdown',
  ],
  customers: [
    'feature-scatter',
    'category',
    'world-map',
    'correlation',
    'structure',
    'stability',
    'segment-rules',
    'segment-size-revenue',
    'profile',
    'category-breakdown',
  ],
};

const views: ReadonlySet<string> = new Set(viewNames);

/** True for a source that is a view of the API. */
export const isView = (source: Source): source is ViewName => views.has(source);

const needsSegmentation = (source: Source): boolean =>
  source === 'segmentation' || (source.startsWith('segment') && source !== 'segmentTotals');

/** The figures that a report on such data can hold, in the order of the registry: those drawn from views and the segmentation alone. */
export function reportFigures({ kind, hasSegmentation }: ReportData): FigureDefinition[] {
  return figures.filter(
    (definition) =>
      (definition.kind === undefined || definition.kind === kind) &&
      definition.needs.every(
        (source) => (isView(source) || source === 'segmentation') && (hasSegmentation || !needsSegmentation(source)),
      ),
  );
}
