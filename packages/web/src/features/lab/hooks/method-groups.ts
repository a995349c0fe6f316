import { type Dataset, type Method, type MethodInfo, methods, methodTable } from '@clientele/contracts';
import { rfmFeatures } from './recipe-form.ts';

/** Methods of one family, as the menu shows them. */
export interface MethodGroup {
  group: MethodInfo['family'];
  items: { value: Method; label: string; disabled: boolean }[];
}

/** Why a method cannot be had from this dataset, or null where it can. */
export function methodRefusal(method: Method, { features }: Pick<Dataset, 'features'>): string | null {
  if (methodTable[method].needsCategory && features.every(({ unit }) => unit !== 'category'))
    return `${methodTable[method].label} needs a category, and this dataset has none`;
  if (method === 'rfm' && !rfmFeatures.every((id) => features.some((feature) => feature.id === id)))
    return 'RFM scores need order lines with a customer, an order, a time and an amount';
  return null;
}

/** All methods by family, in the order of the table; those that the dataset does not allow cannot be chosen. */
export function methodGroups(dataset: Pick<Dataset, 'features'>): MethodGroup[] {
  const groups = new Map<MethodInfo['family'], MethodGroup>();
  for (const value of methods) {
    const { family, label } = methodTable[value];
    const group = groups.get(family) ?? { group: family, items: [] };
    group.items.push({ value, label, disabled: methodRefusal(value, dataset) !== null });
    groups.set(family, group);
  }
  return [...groups.values()];
}
