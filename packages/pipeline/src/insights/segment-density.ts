import type { Part } from './read-parts.ts';

const columns = 160;
const rows = 100;
/** Share of the range between the quantiles that is added on each side, as far as there are customers. */
const margin = 0.25;
/** Of more customers, quantiles are of every sixteenth by a hash of the id. */
const mostCounted = 200_000;

/**
 * SQL over `placed` (customer, segment, x, y) and `placed_total` that counts all customers in a grid where there are more than `most`.
 * The grid spans the 0.1 % to 99.9 % quantiles and a quarter more on each side, or to the last customer where that is nearer; customers
 * beyond it are counted in the cells at its edge, so that the counts sum to all. Ties of segments go to the lower, those in none first.
 */
export function densityParts(most: number): { ctes: string; part: Part } {
  const ends = (axis: 'x' | 'y') => {
    const span = `(q${axis}[2] - q${axis}[1])`;
    const flat = `case when min_${axis} = max_${axis} then 0.5 else 0 end`;
    return `greatest(min_${axis}, q${axis}[1] - ${margin} * ${span}) - ${flat} as low_${axis},
      least(max_${axis}, q${axis}[2] + ${margin} * ${span}) + ${flat} as high_${axis}`;
  };
  const index = (axis: 'x' | 'y', cells: number) =>
    `cast(least(greatest(floor((${axis} - low_${axis}) / (high_${axis} - low_${axis}) * ${cells}), 0), ${cells - 1}) as integer)`;
  return {
    ctes: `spread as (
      select quantile_cont(x, [0.001, 0.999]) filter (where is_counted) as qx,
        quantile_cont(y, [0.001, 0.999]) filter (where is_counted) as qy,
        min(x) as min_x, max(x) as max_x, min(y) as min_y, max(y) as max_y
      from (select x, y, (select n from placed_total) <= ${mostCounted} or hash(customer) % 16 = 0 as is_counted from placed)
      where (select n from placed_total) > ${most}),
    around as materialized (select ${ends('x')}, ${ends('y')} from spread where min_x is not null),
    fine as (
      select ${index('y', rows)} * ${columns} + ${index('x', columns)} as cell, coalesce(segment, -1) as segment, count(*) as n
      from placed cross join around group by all),
    cells as (select cell, sum(n) as n, arg_min(segment, (-n, segment)) as segment from fine group by cell)`,
    part: {
      sql: `select any_value(low_x) as low_x, any_value(high_x) as high_x, any_value(low_y) as low_y, any_value(high_y) as high_y,
          ${columns} as grid_columns, ${rows} as grid_rows, list(cell order by cell) as cells,
          list(cast(n as bigint) order by cell) as counts, list(segment order by cell) as segments
        from cells cross join around`,
    },
  };
}
