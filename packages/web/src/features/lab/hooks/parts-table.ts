import { type FigureContext, type FigureTable, featureLabel } from '@clientele/charts';
import type { FeatureInfo, KArgument } from '@clientele/contracts';

type Parts = NonNullable<KArgument['more']>['parts'][number]['parts'];

/** The segments at stake with the means that tell them apart, as a table. */
export function partsTable(parts: Parts, features: readonly FeatureInfo[], context: FigureContext): FigureTable {
  const { text, formats } = context;
  const columns = Object.keys(parts[0]?.means ?? {}).map((key) => {
    const own = features.find(({ id }) => id === key);
    if (own !== undefined) return { key, label: featureLabel(own, context), unit: own.unit };
    const category = features.find(({ id }) => key.startsWith(`${id}=`));
    const label =
      category === undefined ? key : `${featureLabel(category, context)} ${key.slice(category.id.length + 1)}`;
    return { key, label, unit: 'share' };
  });
  return {
    columns: [
      { key: 'name', label: text('lab.argue.segment'), align: 'left' },
      { key: 'size', label: text('lab.customers'), align: 'right' },
      ...columns.map(({ key, label }) => ({
        key: `mean:${key}`,
        label: text('lab.argue.mean', { feature: label }),
        align: 'right' as const,
      })),
    ],
    rows: parts.map(({ name, size, means }) => ({
      name: { value: name, text: name },
      size: { value: size, text: formats.count(size) },
      ...Object.fromEntries(
        columns.map(({ key, unit }) => {
          const mean = means[key] ?? null;
          return [`mean:${key}`, { value: mean, text: formats.feature(mean, unit) }];
        }),
      ),
    })),
  };
}
