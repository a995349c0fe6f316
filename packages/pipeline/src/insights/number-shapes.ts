import type { Session } from '@clientele/engines';
import type { Bindings } from '../features/bindings.ts';
import { numberOf, numberOrNull, type Part, readParts } from './read-parts.ts';

/** The distribution of a number over customers; null where no customer has it. */
export interface NumberShape {
  count: number;
  mean: number | null;
  median: number | null;
  min: number | null;
  max: number | null;
  /** Third standardised moment of the population (Fisher-Pearson, as scipy's default); null where all are equal. */
  skewness: number | null;
  /** Counts in equal bins from min to max; all in the first where these are equal. */
  histogram: number[];
}

/**
 * The shape of each expression over the columns of `customers`, and the number of customers. Moments are taken on
 * values scaled by their range, so that large ones do not overflow; the expressions are DOUBLE. The histogram has `bins` bins.
 */
export async function numberShapes(
  session: Session,
  ctes: string,
  bindings: Bindings,
  expressions: readonly string[],
  bins: number,
): Promise<{ customers: number; shapes: NumberShape[] }> {
  const wide = (columns: (i: number) => string) => expressions.map((_, i) => `, ${columns(i)}`).join('');
  // Halves, so that a range from -1e308 to 1e308 is one.
  const scaled = (i: number) => `((x${i} / 2 - lo${i} / 2) / half${i})`;
  const all = `${ctes},
    known as materialized (select 0 as nothing${wide((i) => `case when isfinite(${expressions[i]}) then ${expressions[i]} end as x${i}`)}
      from customers),
    ranges as materialized (
      select count(*) as customers${wide(
        (i) =>
          `count(x${i}) as n${i}, min(x${i}) as lo${i}, max(x${i}) as hi${i}, max(x${i}) / 2 - min(x${i}) / 2 as half${i}, median(x${i}) as middle${i}`,
      )} from known),
    means as materialized (
      select 0 as nothing${wide((i) => `avg(${scaled(i)}) filter (where half${i} > 0) as mean${i}`)} from known, ranges)`;
  const parts: Record<string, Part> = {
    ranges: { sql: 'select * from ranges' },
    moments: {
      sql: `select 0 as nothing${wide((i) => {
        const deviation = `(${scaled(i)} - mean${i})`;
        const only = `filter (where half${i} > 0)`;
        return `any_value(2 * (lo${i} / 2 + mean${i} * half${i})) as mean${i}, avg(pow(${deviation}, 2)) ${only} as second${i},
          avg(pow(${deviation}, 3)) ${only} as third${i}`;
      })} from known, ranges, means`,
    },
  };
  expressions.forEach((_, i) => {
    parts[`bins${i}`] = {
      sql: `select case when half${i} > 0 then least(cast(floor(${scaled(i)} * ${bins}) as integer), ${bins - 1})
          else 0 end as bin, count(*) as n from known, ranges where x${i} is not null group by all`,
    };
  });
  const found = await readParts(session, all, parts, bindings.values);
  const ranges = found.ranges?.[0];
  const moments = found.moments?.[0];
  const shapes = expressions.map((_, i) => {
    const histogram = new Array<number>(bins).fill(0);
    for (const row of found[`bins${i}`] ?? []) histogram[numberOf(row, 'bin')] = numberOf(row, 'n');
    const min = numberOrNull(ranges, `lo${i}`);
    const second = numberOf(moments, `second${i}`);
    return {
      count: numberOf(ranges, `n${i}`),
      mean: numberOrNull(moments, `mean${i}`) ?? min,
      median: numberOrNull(ranges, `middle${i}`),
      min,
      max: numberOrNull(ranges, `hi${i}`),
      skewness: second > 0 ? numberOf(moments, `third${i}`) / second ** 1.5 : null,
      histogram,
    };
  });
  return { customers: numberOf(ranges, 'customers'), shapes };
}
