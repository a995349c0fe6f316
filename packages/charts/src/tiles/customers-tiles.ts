import type { Dataset, Views } from '@clientele/contracts';
import { featureLabel } from '../feature-label.ts';
import type { FigureContext } from '../figure.ts';
import type { KpiTile } from './kpi-tiles.ts';

const mostFeatures = 5;

/** The tiles of a table of customers: how many, and the mean of the first features. */
export function customersTiles(
  { kpis, numbers }: Pick<Views, 'kpis' | 'numbers'>,
  dataset: Dataset,
  { formats, text }: FigureContext,
): KpiTile[] {
  const info = new Map(dataset.features.map((feature) => [feature.id, feature]));
  const suggested = numbers.filter(({ feature }) => info.get(feature)?.suggested);
  const shown = (suggested.length > 0 ? suggested : numbers).slice(0, mostFeatures);
  return [
    {
      id: 'customers',
      label: text('common.customers'),
      value: formats.count(kpis.customers),
      note: null,
      change: null,
      series: [],
      isMinor: false,
    },
    ...shown.map(({ feature, label, mean }) => ({
      id: feature,
      label: featureLabel({ id: feature, label }, { text }),
      value: formats.feature(mean, info.get(feature)?.unit ?? 'number'),
      note: text('overview.kpi.mean'),
      change: null,
      series: [],
      isMinor: false,
    })),
  ];
}
