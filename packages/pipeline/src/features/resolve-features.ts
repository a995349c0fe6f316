import { ClienteleError, type FeatureInfo, type Method, methodTable } from '@clientele/contracts';
import type { DataTable } from '../data-table.ts';
import { featuresOffered } from './features-offered.ts';

/**
 * Features by the names that a user wrote, in that order, each once: the exact id, else the id in other letter case,
 * else the one id that contains the name. No names: those suggested, and all categories for a method that needs one.
 * Throws `feature-unknown`.
 */
export function resolveFeatures(
  table: Pick<DataTable, 'kind' | 'mapping' | 'columns' | 'attributes'>,
  names: readonly string[] = [],
  method: Method | null = null,
): FeatureInfo[] {
  const offered = featuresOffered(table);
  if (names.length === 0) {
    const takesCategories = method !== null && methodTable[method].needsCategory === true;
    return offered.filter(({ suggested, unit }) => suggested || (takesCategories && unit === 'category'));
  }
  return [...new Set(names.map((name) => resolve(offered, name)))];
}

function resolve(offered: FeatureInfo[], name: string): FeatureInfo {
  const exact = offered.find((feature) => feature.id === name);
  if (exact) return exact;
  const wanted = name.trim().toLowerCase();
  const equal = offered.filter((feature) => feature.id.toLowerCase() === wanted);
  const partial = wanted === '' ? [] : offered.filter((feature) => feature.id.toLowerCase().includes(wanted));
  const found = equal.length > 0 ? equal : partial;
  if (found.length === 1) return found[0]!;
  const list = (features: FeatureInfo[]) => features.map((feature) => feature.id).join(', ');
  throw new ClienteleError(
    'feature-unknown',
    found.length > 1
      ? `"${name}" fits several features: ${list(found)}; write one of them in full.`
      : `There is no feature "${name}"; on offer are ${list(offered) || 'none'}.`,
    { feature: name, offered: offered.map((feature) => feature.id) },
  );
}
