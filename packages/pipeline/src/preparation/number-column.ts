import {
  ClienteleError,
  type FeatureInfo,
  type PreparedFeature,
  type Problem,
  type Scale,
  type Transform,
} from '@clientele/contracts';
import { quantiles } from '@clientele/kernels';
import { chooseTransform } from './choose-transform.ts';
import { countOf, formatNumber } from './format-value.ts';
import { gather, withoutGaps } from './gather.ts';
import { scaleColumn } from './scale-column.ts';
import { signedLog } from './signed-log.ts';

const hundredths = Array.from({ length: 101 }, (_, i) => i / 100);

/** One column of the matrix with how it came about. */
export interface FittedColumn {
  prepared: PreparedFeature;
  values: Float64Array;
  constant: boolean;
  warnings: Problem[];
}

/** Prepares one numeric feature over the kept rows of `raw`; NaN is missing and filled with the median. */
export function fitNumberColumn(
  feature: FeatureInfo,
  raw: Float64Array,
  kept: Int32Array,
  choices: { transform: Transform; scale: Scale },
): FittedColumn {
  const { label } = feature;
  const seen = gather(raw, kept);
  const known = withoutGaps(seen);
  if (known.length === 0) {
    throw new ClienteleError(
      'feature-constant',
      `None of the ${countOf(seen.length, 'customer')} has a value for ${label}; leave this feature out.`,
      { feature: feature.id },
    );
  }
  const percentiles = Array.from(quantiles(known, hundredths));
  const fill = percentiles[50] ?? 0;
  const { transform, warning } = chooseTransform(choices.transform, label, known);
  const filled = known.length === seen.length ? seen : seen.map((value) => (Number.isNaN(value) ? fill : value));
  const transformed = transform === 'log' ? filled.map(signedLog) : filled;
  const { center, divisor, constant } = scaleColumn(transformed, choices.scale, label);
  const warnings: Problem[] = warning === null ? [] : [warning];
  const missing = seen.length - known.length;
  if (missing > 0) {
    const message = `${formatNumber(missing, 0)} of ${countOf(seen.length, 'customer')} have no value for ${label}; the median ${formatNumber(fill)} is filled in.`;
    warnings.push({ severity: 'warning', code: 'missing-filled', message, column: feature.id, count: missing });
  }
  return {
    prepared: {
      id: feature.id,
      label,
      unit: feature.unit,
      transform,
      center,
      divisor,
      fill,
      percentiles,
      category: null,
    },
    values: transformed.map((value) => (value - center) / divisor),
    constant,
    warnings,
  };
}
