import { type FeatureInfo, type ViewName, type ViewOptions, type Views, viewOptionsSchema } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { dayNumber } from '../features/calendar.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { type DataExtent, dataExtent } from '../features/data-extent.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import type { Scope } from '../features/scope.ts';
import type { Period } from './compare-periods.ts';
import { numberOf, type Part, readParts } from './read-parts.ts';
import type { View, ViewAsked, ViewContext } from './views/view.ts';
import { type BatchViewName, customerViews, orderViews } from './views/view-table.ts';

export interface ViewsAsked extends Scope {
  names: readonly BatchViewName[];
  options?: Partial<ViewOptions>;
}

export interface BatchViews {
  /** The moment that features are computed for; null for a table of customers. */
  asOf: string | null;
  views: Partial<Pick<Views, BatchViewName>>;
}

/**
 * The views asked for under the filters, and no others, from one statement. Throws `nothing-kept` where the filters leave
 * nothing, `feature-unknown`.
 */
export async function views(
  session: Session,
  table: DataTable,
  { names, options, ...scope }: ViewsAsked,
): Promise<BatchViews> {
  const asked: ViewAsked = { ...scope, options: viewOptionsSchema.parse(options ?? {}) };
  const extent = await dataExtent(session, table, asked);
  const viewTable: { [Name in BatchViewName]: View<ViewName> } = table.kind === 'orders' ? orderViews : customerViews;
  const chosen = [...new Set(names)].map((name) => ({ name, view: viewTable[name] }));
  const features = distinctFeatures(chosen.flatMap(({ view }) => view.features?.(table, asked.options) ?? []));
  const bindings = new Bindings();
  const ctes = [customerCtes(bindings, table, features, asked, { asOf: extent.asOf, visits: true })];
  const context: ViewContext = {
    session,
    table,
    asked,
    extent,
    period: periodShown(extent, asked),
    bindings,
    shared: new Map(),
    column: (id) => featureColumn(features.findIndex((feature) => feature.id === id)),
  };
  const parts: Record<string, Part> = {
    shown: { sql: `select count(*) as n from ${table.kind === 'orders' ? 'visits' : 'customers'}` },
  };
  for (const { name, view } of chosen) {
    const reading = view.read?.(context);
    ctes.push(...(reading?.ctes ?? []));
    for (const [part, read] of Object.entries(reading?.parts ?? {})) parts[`${name}.${part}`] = read;
  }
  ctes.push(...context.shared.values());
  const rows = await readParts(session, ctes.join(',\n'), parts, bindings.values);
  if (numberOf(rows.shown?.[0], 'n') === 0) throw nothingKept(table, asked.filters);
  const shaped = await Promise.all(
    chosen.map(async ({ name, view }) => [name, await view.shape(rowsOf(rows, name), context)] as const),
  );
  return { asOf: extent.asOf, views: Object.fromEntries(shaped) as BatchViews['views'] };
}

function distinctFeatures(features: readonly FeatureInfo[]): FeatureInfo[] {
  return [...new Map(features.map((feature) => [feature.id, feature])).values()];
}

function rowsOf(rows: Record<string, Row[]>, view: string): Record<string, Row[]> {
  const own = Object.entries(rows).filter(([part]) => part.startsWith(`${view}.`));
  return Object.fromEntries(own.map(([part, found]) => [part.slice(view.length + 1), found]));
}

/** The days shown: the date window as far as the data cover it. Null where no kept line in it has a time. */
function periodShown({ first, last, asOf }: DataExtent, { filters, asOf: given }: ViewAsked): Period | null {
  if (first === null || last === null || asOf === null) return null;
  const lasts = [last.slice(0, 10), ...(filters.to ? [filters.to] : []), ...(given ? [asOf.slice(0, 10)] : [])];
  const period = {
    first: Math.max(dayNumber(first.slice(0, 10)), filters.from ? dayNumber(filters.from) : -Infinity),
    last: Math.min(...lasts.map(dayNumber)),
  };
  return period.first <= period.last ? period : null;
}
