import type { FeatureInfo, Method } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { customerCtes, featureColumn } from './customer-ctes.ts';
import { dataExtent } from './data-extent.ts';
import type { FeatureTable } from './feature-table.ts';
import { nothingKept } from './nothing-kept.ts';
import { resolveFeatures } from './resolve-features.ts';
import type { Scope } from './scope.ts';

export interface FeaturesAsked extends Scope {
  /** Feature ids, or names that `resolveFeatures` can tell; none: those suggested. */
  ids?: readonly string[];
  /** What they are for. */
  method?: Method;
}

/**
 * Raw features of the customers with a kept row under the filters, ordered by the bytes of their id. Lines after the
 * as-of time are left out. Throws `feature-unknown`, and `nothing-kept` where no customer is left.
 */
export async function computeFeatures(session: Session, table: DataTable, asked: FeaturesAsked): Promise<FeatureTable> {
  const features = resolveFeatures(table, asked.ids, asked.method);
  const { asOf } = await dataExtent(session, table, asked);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, asked, { asOf });
  const names = features.map((_, i) => featureColumn(i));
  const orders = table.kind === 'orders';
  const hasCountry = table.mapping.roles.country !== undefined;
  const selected = ['customer', ...(hasCountry ? ['country'] : []), ...(orders ? ['revenue'] : []), ...names];
  const result = await session.columns(
    `with ${ctes} select ${selected.join(', ')} from customers order by customer, line`,
    bindings.values,
  );
  if (result.rows === 0) throw nothingKept(table, asked.filters);
  const byId = <T>(isWanted: (feature: FeatureInfo) => boolean, columns: Record<string, T>): Record<string, T> =>
    Object.fromEntries(
      features.flatMap((feature, i) => (isWanted(feature) ? [[feature.id, columns[names[i]!]!]] : [])),
    );
  return {
    ids: (result.texts.customer ?? []) as string[],
    features,
    numbers: byId((feature) => feature.unit !== 'category', result.numbers),
    categories: byId((feature) => feature.unit === 'category', result.texts),
    revenue: orders ? result.numbers.revenue! : null,
    countries: result.texts.country ?? new Array<null>(result.rows).fill(null),
    asOf,
  };
}
