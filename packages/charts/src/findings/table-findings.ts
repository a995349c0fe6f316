import { featureLabel } from '../feature-label.ts';
import type { FigureContext } from '../figure.ts';
import type { FindingsInput, RankedFinding } from './finding.ts';

/** The number that is missing most often. */
export function missingNumber({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  const { numbers = [] } = overview;
  const worst = numbers.reduce<(typeof numbers)[number] | null>(
    (leader, summary) => (leader === null || summary.missing > leader.missing ? summary : leader),
    null,
  );
  if (worst === null || overview.kpis.revenue !== 0) return null;
  const share = worst.missing / (worst.count + worst.missing);
  if (!(share >= 0.01)) return null;
  const strong = featureLabel({ id: worst.feature, label: worst.label }, { text });
  return {
    id: 'missing-number',
    value: formats.share(share),
    sentence: text('finding.missing-number', { strong, missing: formats.count(worst.missing) }),
    strong,
    link: null,
    weight: 0.2 + share / 2,
  };
}

/** The number whose few high values pull the mean away most. */
export function skewedNumber({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  if (overview.kpis.revenue !== 0) return null;
  let best: { feature: string; label: string; times: number; mean: number; median: number } | null = null;
  for (const { feature, label, mean, median, skewness } of overview.numbers ?? []) {
    if (mean === null || median === null || skewness === null || median <= 0 || skewness <= 1) continue;
    const times = mean / median;
    if (times >= 1.25 && times > (best?.times ?? 0)) best = { feature, label, times, mean, median };
  }
  if (best === null) return null;
  const strong = featureLabel({ id: best.feature, label: best.label }, { text });
  return {
    id: 'skewed-number',
    value: `${formats.number(best.times)}\u00D7`,
    sentence: text('finding.skewed-number', { strong }),
    strong,
    link: null,
    weight: 0.2 + Math.min(0.2, best.times / 20),
  };
}

/** A category value that most customers share. */
export function leadingCategory({ overview }: FindingsInput, { formats, text }: FigureContext): RankedFinding | null {
  if (overview.kpis.revenue !== 0) return null;
  let best: { feature: string; value: string; share: number; values: number } | null = null;
  for (const { feature, values } of overview.categories ?? []) {
    const total = values.reduce((sum, { customers }) => sum + customers, 0);
    for (const { value, customers } of values) {
      const share = total > 0 ? customers / total : 0;
      if (values.length > 1 && share > 0.5 && share > (best?.share ?? 0)) {
        best = { feature, value, share, values: values.length };
      }
    }
  }
  if (best === null) return null;
  const strong = best.value === '' ? text('common.empty') : best.value;
  return {
    id: 'leading-category',
    value: formats.share(best.share),
    sentence: text('finding.leading-category', { feature: best.feature, strong }),
    strong,
    link: null,
    weight: 0.15 + best.share / 5,
  };
}
