import { ClienteleError, type Filters } from '@clientele/contracts';
import { quoteIdentifier } from '@clientele/engines';
import { keptCondition } from '../cleaning/kept-condition.ts';
import type { DataTable, Members } from '../data-table.ts';
import type { Relation } from '../sources/source.ts';
import { Bindings } from './bindings.ts';
import { dateOf, dayNumber, isoMoment } from './calendar.ts';

/**
 * The rows of a table that the rules keep and the filters let through: `to` is included to its last moment, an empty
 * list narrows nothing, and dates do nothing to a table of customers. Throws `usage` for a date that is none, and for
 * segments without a segmentation.
 */
export function keptRows(table: DataTable, filters: Filters, members?: Members): Relation {
  const bindings = new Bindings();
  const sql = `(select * from ${quoteIdentifier(table.table)} where ${keptWhere(bindings, table, filters, members)})`;
  return { sql, values: bindings.values };
}

/** The condition of `keptRows` within a larger statement. */
export function keptWhere(bindings: Bindings, table: DataTable, filters: Filters, members?: Members): string {
  return [keptCondition(table.rules), ...filterConditions(bindings, table, filters, members)].join(' and ');
}

/** The filters without the rules. */
export function filterConditions(
  bindings: Bindings,
  table: DataTable,
  filters: Filters,
  members: Members | undefined,
): string[] {
  const conditions = dateConditions(bindings, table, filters);
  if (filters.countries?.length) conditions.push(`country in (${bindings.bindAll(filters.countries)})`);
  return [...conditions, ...customerConditions(bindings, filters, members)];
}

/** The filters on time alone: the window that the as-of time is taken from. */
export function dateConditions(bindings: Bindings, table: DataTable, { from, to }: Filters): string[] {
  if (table.kind === 'customers') return [];
  const conditions: string[] = [];
  if (from !== undefined) conditions.push(`time >= cast(${bindings.bind(isoMoment(from))} as timestamp)`);
  if (to !== undefined) conditions.push(`time < cast(${bindings.bind(isoMoment(to))} as timestamp) + interval 1 day`);
  return conditions;
}

/** The same window over the days of visits. */
export function dayConditions(bindings: Bindings, { from, to }: Filters): string[] {
  const conditions: string[] = [];
  const day = (date: string) => `cast(${bindings.bind(dateOf(dayNumber(date)))} as date)`;
  if (from !== undefined) conditions.push(`day >= ${day(from)}`);
  if (to !== undefined) conditions.push(`day <= ${day(to)}`);
  return conditions;
}

/** The filters that choose whole customers: they narrow stored features as they narrow lines. */
export function customerConditions(bindings: Bindings, filters: Filters, members: Members | undefined): string[] {
  const conditions: string[] = [];
  if (filters.customer !== undefined) conditions.push(`customer = ${bindings.bind(filters.customer)}`);
  if (filters.segments?.length) {
    if (members === undefined)
      throw new ClienteleError(
        'usage',
        'A filter on segments was given without a segmentation; name the segmentation.',
      );
    conditions.push(inSegments(bindings, filters.segments, members));
  }
  return conditions;
}

/** -1 stands for the customers in no segment, be it with a row or without. */
function inSegments(bindings: Bindings, segments: readonly number[], members: Members): string {
  const table = quoteIdentifier(members.table);
  const named = segments.filter((segment) => segment !== -1);
  const list = named.length > 0 ? bindings.bindAll(named) : 'null';
  if (named.length === segments.length) return `customer in (select customer from ${table} where segment in (${list}))`;
  const others = `segment is not null${named.length > 0 ? ` and segment not in (${list})` : ''}`;
  return `customer is not null and customer not in (select customer from ${table} where ${others})`;
}
