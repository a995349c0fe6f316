import type { Driver, Grain } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { quoteIdentifier } from '@clientele/engines';
import type { DataTable } from '../data-table.ts';
import { Bindings } from '../features/bindings.ts';
import { dateOf } from '../features/calendar.ts';
import { keptWhere } from '../features/kept-rows.ts';
import type { Scope } from '../features/scope.ts';
import { asOfCondition, visitsSql } from '../features/visits.ts';
import { numberOf } from './read-parts.ts';

/** A step whose amount is to be explained, against steps like it; days since 1970. */
export interface Unusual {
  step: number;
  like: readonly number[];
  /** The deviation in money; not 0. */
  money: number;
}

const mostOfKind = 3;
const leastShare = 0.1;

/**
 * What each deviation was made of: countries, products (by their most frequent description) and customers, of each kind the three that carry most of it and
 * at least a tenth, strongest first. Usual is the median over the like steps, 0 counted where there was nothing. One statement for all: products from one pass over the lines, the rest from the visits.
 */
export async function seriesDrivers(
  session: Session,
  table: DataTable,
  scope: Scope,
  grain: Grain,
  unusual: readonly Unusual[],
): Promise<Driver[][]> {
  const drivers = unusual.map((): Driver[] => []);
  const pairs = unusual.flatMap(({ step, like, money }, alert) =>
    [step, ...like].map((day) => ({ alert, step: dateOf(day), own: day === step, likes: like.length, money })),
  );
  if (pairs.length === 0) return drivers;
  const bindings = new Bindings();
  const { product, description, country } = table.mapping.roles;
  const stepOf = (day: string) => (grain === 'day' ? day : `cast(date_trunc('${grain}', ${day}) as date)`);
  const key = product === undefined ? 'description' : 'product';
  const lines = `${quoteIdentifier(table.table)}
    where ${keptWhere(bindings, table, scope.filters, scope.members)}${asOfCondition(bindings, scope)}
      and ${stepOf('cast(time as date)')} in (select step from steps)`;
  const ofProducts = `union all select ${stepOf('cast(time as date)')} as step, 'product' as kind, ${key} as name,
    cast(sum(amount) as double) as amount from ${lines} group by all`;
  const rows = await session.rows(
    `with pairs as materialized (select unnest(from_json(${bindings.bind(JSON.stringify(pairs))},
        '[{"alert":"INTEGER","step":"DATE","own":"BOOLEAN","likes":"INTEGER","money":"DOUBLE"}]'), recursive := true)),
    steps as materialized (select distinct step from pairs),
    sums as materialized (
      select step, case when grouping(country) = 0 then 'country' else 'customer' end as kind,
        case when grouping(country) = 0 then country else any_value(customer) end as name, cast(sum(amount) as double) as amount
      from (select ${stepOf('day')} as step, country, customer, customer_key, amount from (${visitsSql(bindings, table, scope)}))
      where step in (select step from steps) group by grouping sets ((step, country), (step, customer_key))
      ${product === undefined && description === undefined ? '' : ofProducts}),
    compared as (
      select alert, kind, name, any_value(money) as money, coalesce(sum(amount) filter (own), 0) as value,
        coalesce(list_median(list_resize(list(amount) filter (not own), any_value(likes), 0)), 0) as usual
      from pairs join sums using (step) where name is not null group by alert, kind, name),
    top as materialized (
      select *, (value - usual) / money as share from compared where (value - usual) / money >= ${leastShare}
      qualify row_number() over (partition by alert, kind order by share desc, name) <= ${mostOfKind}),
    names as (
      select name, arg_min(description, (-lines, description)) as description
      from (select ${key} as name, description, count(*) as lines from ${lines}
        and description is not null and ${key} in (select name from top where kind = 'product') group by all)
      group by name)
    select alert, kind, case when kind = 'product' then coalesce(description, name) else name end as name, value, usual, share,
      (select count(distinct name) from sums where kind = 'country') as countries
    from top left join names using (name) order by alert, share desc, kind, name`,
    bindings.values,
  );
  for (const row of rows) {
    const kind = row.kind as Driver['kind'];
    // What is everything anyway explains nothing.
    if (kind === 'country' && (country === undefined || numberOf(row, 'countries') < 2)) continue;
    if (kind === 'customer' && scope.filters.customer !== undefined) continue;
    drivers[numberOf(row, 'alert')]?.push({
      kind,
      name: String(row.name),
      value: numberOf(row, 'value'),
      usual: numberOf(row, 'usual'),
      share: numberOf(row, 'share'),
    });
  }
  return drivers;
}
