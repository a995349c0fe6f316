import type { FeatureShape, Filters } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { customerCtes, featureColumn } from '../features/customer-ctes.ts';
import { dataExtent } from '../features/data-extent.ts';
import { featuresOffered } from '../features/features-offered.ts';
import { nothingKept } from '../features/nothing-kept.ts';
import type { Scope } from '../features/scope.ts';
import { numberShapes } from './number-shapes.ts';

const histogramBins = 16;

/**
 * The shape of every numeric feature on offer, raw and after log1p; the histogram is on the scale whose skewness lies
 * closer to 0. Throws `nothing-kept`.
 */
export async function featureShapes(
  session: Session,
  table: DataTable,
  filters: Filters,
  options: Omit<Scope, 'filters'> = {},
): Promise<FeatureShape[]> {
  const scope = { ...options, filters };
  const features = featuresOffered(table).filter((feature) => feature.unit !== 'category');
  const { asOf } = await dataExtent(session, table, scope);
  const bindings = new Bindings();
  const ctes = customerCtes(bindings, table, features, scope, { asOf });
  const columns = features.map((_, i) => featureColumn(i));
  const logs = columns.map((column) => `case when ${column} > -1 then ln(1 + ${column}) end`);
  const { customers, shapes } = await numberShapes(session, ctes, bindings, [...columns, ...logs], histogramBins);
  if (customers === 0) throw nothingKept(table, filters);
  return features.map(({ id, label }, i) => {
    const raw = shapes[i]!;
    const log = shapes[features.length + i]!;
    const skewnessLog = raw.min !== null && raw.min < 0 ? null : log.skewness;
    const prefersLog = skewnessLog !== null && Math.abs(skewnessLog) < Math.abs(raw.skewness ?? 0);
    return {
      id,
      label,
      skewness: raw.skewness,
      skewnessLog,
      missing: customers - raw.count,
      histogram: (prefersLog ? log : raw).histogram,
    };
  });
}
