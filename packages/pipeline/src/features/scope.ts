import type { Filters } from '@clientele/contracts';
import type { DataTable, Members } from '../data-table.ts';
import { isoMoment } from './calendar.ts';
import type { Materialised } from './materialised.ts';

/** Which customers, as of when. */
export interface Scope {
  filters: Filters;
  /** The segmentation shown; without it the filter on segments is refused. */
  members?: Members;
  /** A date (its first moment) or a time; null or absent: the last kept line in the date window plus one day. */
  asOf?: string | null;
  /** Made by `materialise` for these lines and rules: read in their place wherever that gives the same. */
  materialised?: Materialised;
}

/** The stored visits, where they hold all that the scope asks for: the lines after an as-of time they cannot tell apart. */
export function storedVisits(table: DataTable, { asOf, materialised }: Scope): Materialised | null {
  if (materialised === undefined || table.kind !== 'orders') return null;
  const isCut = asOf && materialised.last !== null && isoMoment(asOf) < materialised.last;
  return isCut ? null : materialised;
}

/** The stored features of customers, where they are what the scope asks for. */
export function storedCustomers(table: DataTable, scope: Scope): Materialised | null {
  const { filters, asOf } = scope;
  const stored = storedVisits(table, scope);
  if (stored === null || filters.from || filters.to || filters.countries?.length) return null;
  return !asOf || isoMoment(asOf) === stored.asOf ? stored : null;
}
