import type { Bins, FeatureInfo, NumberSummary, ViewOptions } from '@clientele/contracts';
import type { Row } from '@clientele/engines';
import type { DataTable } from '../../data-table.ts';
import { featuresOffered } from '../../features/features-offered.ts';
import { resolveFeatures } from '../../features/resolve-features.ts';
import { numberOf, numberOrNull, type Part } from '../read-parts.ts';
import type { Reading, View } from './view.ts';

const bins = 30;

/**
 * The distribution of each numeric feature asked for, or of all, over the customers shown. Skewness is the third
 * standardised moment of the population (Fisher-Pearson, as scipy's default). Moments are taken on values scaled by their
 * range, so that large ones do not overflow. Equal values share one bin of width 1.
 */
export const numbersView: View<'numbers'> = {
  features: numericFeatures,
  read: ({ table, asked, column }) => readingOf(numericFeatures(table, asked.options).map(({ id }) => column(id))),
  shape(rows, { table, asked }) {
    const customers = numberOf(rows.ranges?.[0], 'customers');
    return numericFeatures(table, asked.options).map((feature, i) => summaryOf(feature, i, customers, rows));
  },
};

function numericFeatures(table: DataTable, { features = [] }: ViewOptions): FeatureInfo[] {
  const found = features.length > 0 ? resolveFeatures(table, features) : featuresOffered(table);
  return found.filter(({ unit }) => unit !== 'category');
}

/** Of each number x its logarithm is y; w are the values within the whiskers. */
function readingOf(columns: readonly string[]): Reading {
  const of = (sql: (i: number) => string) => columns.map((_, i) => `, ${sql(i)}`).join('');
  const both = (sql: (x: string) => string) => of((i) => `${sql(`x${i}`)}, ${sql(`y${i}`)}`);
  // Halves, so that a range from -1e308 to 1e308 is one.
  const scaled = (x: string) => `((${x} / 2 - lo_${x} / 2) / half_${x})`;
  const fence = (i: number, quartile: 1 | 3) =>
    `quartiles_${i}[${quartile}] ${quartile === 1 ? '-' : '+'} 1.5 * (quartiles_${i}[3] - quartiles_${i}[1])`;
  const ctes = [
    `number_values as materialized (select *${of((i) => `case when x${i} > -1 then ln(1 + x${i}) end as y${i}`)} from (
      select 0 as nothing${of((i) => `case when isfinite(${columns[i]}) then ${columns[i]} end as x${i}`)} from customers))`,
    `number_ranges as materialized (
      select count(*) as customers${of((i) => `count(x${i}) as n_${i}, quantile_cont(x${i}, [0.25, 0.5, 0.75]) as quartiles_${i}`)}
        ${both((x) => `min(${x}) as lo_${x}, max(${x}) as hi_${x}, max(${x}) / 2 - min(${x}) / 2 as half_${x}`)}
      from number_values)`,
    `number_means as materialized (
      select 0 as nothing${both((x) => `avg(${scaled(x)}) filter (where half_${x} > 0) as mean_${x}`)}
      from number_values, number_ranges)`,
  ];
  const moments = (x: string) => {
    const deviation = `(${scaled(x)} - mean_${x})`;
    return `any_value(mean_${x}) as mean_${x}, avg(${deviation} * ${deviation}) filter (where half_${x} > 0) as second_${x},
      avg(${deviation} * ${deviation} * ${deviation}) filter (where half_${x} > 0) as third_${x}`;
  };
  const whiskers = (i: number) => `min(x${i}) filter (where x${i} >= ${fence(i, 1)}) as low_${i},
    max(x${i}) filter (where x${i} <= ${fence(i, 3)}) as high_${i},
    count(x${i}) filter (where x${i} < ${fence(i, 1)} or x${i} > ${fence(i, 3)}) as outliers_${i}`;
  const parts: Record<string, Part> = {
    ranges: { sql: 'select * from number_ranges' },
    moments: {
      sql: `select 0 as nothing${both(moments)}${of(whiskers)} from number_values, number_ranges, number_means`,
    },
  };
  for (const x of columns.flatMap((_, i) => [`x${i}`, `y${i}`]))
    parts[x] = {
      sql: `select case when half_${x} > 0 then least(cast(floor(${scaled(x)} * ${bins}) as integer), ${bins - 1}) else 0 end as bin,
          count(*) as n
        from number_values, number_ranges where ${x} is not null group by all`,
    };
  return { ctes, parts };
}

function summaryOf(
  { id, label }: FeatureInfo,
  i: number,
  customers: number,
  rows: Record<string, Row[]>,
): NumberSummary {
  const [ranges, moments] = [rows.ranges?.[0], rows.moments?.[0]];
  const [x, y] = [`x${i}`, `y${i}`];
  const [min, max] = [numberOrNull(ranges, `lo_${x}`), numberOrNull(ranges, `hi_${x}`)];
  const half = numberOf(ranges, `half_${x}`);
  const mean = numberOrNull(moments, `mean_${x}`);
  const [q25, median, q75] = quartilesOf(ranges?.[`quartiles_${i}`]);
  const [low, high] = [numberOrNull(moments, `low_${i}`), numberOrNull(moments, `high_${i}`)];
  const count = numberOf(ranges, `n_${i}`);
  const hasLog = min !== null && min >= 0;
  return {
    feature: id,
    label,
    count,
    missing: customers - count,
    mean: min === null || mean === null ? min : 2 * (min / 2 + mean * half),
    standardDeviation: min === null ? null : Math.sqrt(numberOf(moments, `second_${x}`)) * 2 * half,
    min,
    q25,
    median,
    q75,
    max,
    whiskers: low === null || high === null ? null : [low, high],
    outliers: numberOf(moments, `outliers_${i}`),
    skewness: skewnessOf(moments, x),
    skewnessLog: hasLog ? skewnessOf(moments, y) : null,
    histogram: binsOf(rows[x], min, max),
    histogramLog: hasLog
      ? binsOf(rows[y], numberOrNull(ranges, `lo_${y}`), numberOrNull(ranges, `hi_${y}`), Math.expm1, [min, max])
      : null,
  };
}

function quartilesOf(found: Row[string] | undefined): [number | null, number | null, number | null] {
  const three = Array.isArray(found) ? found : [];
  return [0, 1, 2].map((i) => (typeof three[i] === 'number' ? three[i] : null)) as [
    number | null,
    number | null,
    number | null,
  ];
}

function skewnessOf(moments: Row | undefined, x: string): number | null {
  const second = numberOf(moments, `second_${x}`);
  return second > 0 ? numberOf(moments, `third_${x}`) / second ** 1.5 : null;
}

/** Counts and edges from `min` to `max` of a scale, the edges back in the feature's unit, with `ends` as they are. */
function binsOf(
  rows: readonly Row[] = [],
  min: number | null,
  max: number | null,
  back: (edge: number) => number = (edge) => edge,
  ends: readonly (number | null)[] = [min, max],
): Bins | null {
  const [first, last] = ends;
  if (min === null || max === null || typeof first !== 'number' || typeof last !== 'number') return null;
  if (min === max) return { edges: [first - 0.5, last + 0.5], counts: [numberOf(rows[0], 'n')] };
  const counts = new Array<number>(bins).fill(0);
  for (const row of rows) counts[numberOf(row, 'bin')] = numberOf(row, 'n');
  const step = (max / 2 - min / 2) / bins;
  const edges = counts.map((_, i) => (i === 0 ? first : back(2 * (min / 2 + step * i))));
  return { edges: [...edges, last], counts };
}
