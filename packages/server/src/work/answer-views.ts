import { ClienteleError, type ViewName, type ViewOptions, type Views, type ViewsAnswer } from '@clientele/contracts';
import { type BatchViewName, batchViewNames, series, views } from '@clientele/pipeline';
import { type SegmentViewName, segmentViews } from './segment-views.ts';
import { asMade, datasetShown, type Shown, type ViewQuery } from './shown.ts';
import { viewOptionsRead } from './view-options-read.ts';
import type { Workshop } from './workshop.ts';

export interface ViewsQuery extends ViewQuery, ViewOptions {
  names: readonly ViewName[];
}

/** A batch of views has an as-of time besides. */
type BatchName = BatchViewName | 'asOf';

const isBatchView = (name: ViewName): name is BatchViewName => (batchViewNames as readonly ViewName[]).includes(name);
const isOfSegments = (name: ViewName): name is SegmentViewName => name in segmentViews;

/**
 * The views that a query names, each computed once as long as it is remembered.
 * @throws ClienteleError `usage` for views of a segmentation where none is named; `not-found`, `nothing-kept`, `feature-unknown`
 */
export async function answerViews(workshop: Workshop, datasetId: string, query: ViewsQuery): Promise<ViewsAnswer> {
  const names = [...new Set(query.names)];
  const ofSegments = names.filter(isOfSegments);
  if (ofSegments.length > 0 && query.segmentation === undefined)
    throw new ClienteleError(
      'usage',
      `Views of a segmentation were asked for (${ofSegments.join(', ')}) without one; name the segmentation.`,
      { views: ofSegments },
    );
  const found = await datasetShown(workshop, datasetId, query);
  const keyOf = keysOf(found, query);
  const read = <Name extends ViewName>(name: Name, make: () => Promise<Views[Name]>) =>
    workshop.views.read(new Map([[name, keyOf(name)]]), async () => new Map([[name, await make()]]));

  const made = ofSegments.length > 0 && found.shown ? await asMade(workshop, found.shown, found.scope.filters) : null;
  const reads: Promise<ReadonlyMap<string, unknown>>[] = [];
  if (made !== null)
    for (const name of ofSegments) reads.push(read(name, () => segmentViews[name](workshop, made, query)));
  if (ofSegments.length < names.length) reads.push(readBatch(workshop, found, names.filter(isBatchView), query, keyOf));
  if (names.includes('series'))
    reads.push(read('series', () => series(workshop.engine, found.table, found.scope, query)));

  const { asOf = made?.scope.asOf ?? null, ...values } = Object.fromEntries(
    (await Promise.all(reads)).flatMap((values) => [...values]),
  );
  return { asOf: asOf as string | null, views: values };
}

function readBatch(
  { engine, views: cache }: Workshop,
  { table, scope }: Shown,
  names: readonly BatchViewName[],
  options: ViewsQuery,
  keyOf: (name: BatchName) => string,
): Promise<ReadonlyMap<string, unknown>> {
  const all: BatchName[] = ['asOf', ...names];
  return cache.read(new Map(all.map((name) => [name, keyOf(name)])), async (missing) => {
    const wanted = missing.filter((name): name is BatchViewName => name !== 'asOf');
    const { asOf, views: found } = await views(engine, table, { ...scope, names: wanted, options });
    return new Map<BatchName, unknown>([['asOf', asOf], ...wanted.map((name) => [name, found[name]] as const)]);
  });
}

/** Keys of what depends on these rows, rules, filters and segments, and on the options that the view reads. */
function keysOf({ stored, scope, shown }: Shown, options: ViewOptions): (name: ViewName | 'asOf') => string {
  const { countries, segments, from, to, customer } = scope.filters;
  const of = [
    stored.dataset.id,
    stored.edition,
    shown?.segmentation.id ?? null,
    [from ?? null, to ?? null, customer ?? null, [...new Set(countries)].sort(), [...new Set(segments)].sort()],
  ];
  return (name) => JSON.stringify([...of, name, name === 'asOf' ? [] : viewOptionsRead[name].map((id) => options[id])]);
}
