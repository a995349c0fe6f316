import type { ViewName, ViewOptions, Views } from '@clientele/contracts';
import {
  segmentBaskets,
  segmentCategories,
  segmentCountries,
  segmentProducts,
  segmentProjection,
  segmentStatistics,
} from '@clientele/pipeline';
import type { StoredSegmentation } from '../store/segmentations.ts';
import type { Shown } from './shown.ts';
import type { Workshop } from './workshop.ts';

export type SegmentViewName = Exclude<Extract<ViewName, `segment${string}`>, 'segmentTotals'>;

type Made = Shown & { shown: StoredSegmentation };
type SegmentView<Name extends SegmentViewName> = (
  workshop: Workshop,
  made: Made,
  options: ViewOptions,
) => Promise<Views[Name]>;

const kOf = ({ shown }: Made) => ({ k: shown.segmentation.document.model.k });
const featuresOf = ({ shown }: Made, { features }: ViewOptions) =>
  features?.length ? features : shown.segmentation.document.recipe.features;

/** How each view of a segmentation is computed, from its customers as they were when it was made. */
export const segmentViews: { [Name in SegmentViewName]: SegmentView<Name> } = {
  segmentStatistics: ({ engine }, made, options) =>
    segmentStatistics(engine, made.table, made.scope, { ...kOf(made), features: featuresOf(made, options) }),
  segmentCountries: ({ engine }, made) => segmentCountries(engine, made.table, made.scope, kOf(made)),
  segmentCategories: ({ engine }, made) => segmentCategories(engine, made.table, made.scope, kOf(made)),
  segmentProducts: ({ engine }, made) => segmentProducts(engine, made.table, made.scope, kOf(made)),
  segmentBaskets: ({ engine }, made) => segmentBaskets(engine, made.table, made.scope, kOf(made)),
  segmentProjection: ({ engine }, made, options) =>
    segmentProjection(engine, made.table, made.scope, {
      axes: made.shown.axes,
      points: options.points,
      features: featuresOf(made, options),
    }),
};
