import { type Dataset, type Method, type MethodInfo, methods, methodTable } from '@clientele/contracts';
import type { Text } from '@clientele/texts';
import { methodLabel } from '../../../lib/method-label.ts';
import { rfmFeatures } from './recipe-form.ts';

/** Methods of one family, as the menu shows them. */
export interface MethodGroup {
  group: string;
  items: { value: Method; label: string; disabled: boolean }[];
}

/** Why a method cannot be had from this dataset, or null where it can. */
export function methodRefusal(method: Method, { features }: Pick<Dataset, 'features'>, text: Text): string | null {
  if (methodTable[method].needsCategory && features.every(({ unit }) => unit !== 'category'))
    return text('lab.refuse.categoryNeeded', { method: methodLabel(method, text) });
  if (method === 'rfm' && !rfmFeatures.every((id) => features.some((feature) => feature.id === id)))
    return text('lab.refuse.rfm');
  return null;
}

/** All methods by family, in the order of the table; those that the dataset does not allow cannot be chosen. */
export function methodGroups(dataset: Pick<Dataset, 'features'>, text: Text): MethodGroup[] {
  const groups = new Map<MethodInfo['family'], MethodGroup>();
  for (const value of methods) {
    const { family } = methodTable[value];
    const group = groups.get(family) ?? { group: text(`method-family.${family}`), items: [] };
    group.items.push({
      value,
      label: methodLabel(value, text),
      disabled: methodRefusal(value, dataset, text) !== null,
    });
    groups.set(family, group);
  }
  return [...groups.values()];
}
