import type { FigureContext } from '@clientele/charts';
import type { Dataset, Overview } from '@clientele/contracts';
import type { KpiTile } from './kpi-tiles.ts';

const mostFeatures = 5;

/** The tiles of a table of customers: how many, and the mean of the first features. */
export function customersTiles({ kpis, numbers }: Overview, dataset: Dataset, { formats }: FigureContext): KpiTile[] {
  const info = new Map(dataset.features.map((feature) => [feature.id, feature]));
  const suggested = numbers.filter(({ feature }) => info.get(feature)?.suggested);
  const shown = (suggested.length > 0 ? suggested : numbers).slice(0, mostFeatures);
  return [
    { id: 'customers', label: 'Customers', value: formats.count(kpis.customers), note: null, change: null, series: [] },
    ...shown.map(({ feature, label, mean }) => ({
      id: feature,
      label,
      value: formats.feature(mean, info.get(feature)?.unit ?? 'number'),
      note: 'mean',
      change: null,
      series: [],
    })),
  ];
}
