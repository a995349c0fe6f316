import type { Filters } from '@clientele/contracts';
import type { DataTable, Members } from '../data-table.ts';

/** Which customers, as of when. */
export interface Scope {
  filters: Filters;
  /** The segmentation shown; without it the filter on segments is refused. */
  members?: Members;
  /** A date (its first moment) or a time; null or absent: the last kept line in the date window plus one day. */
  asOf?: string | null;
  /** Table made by `materialiseCustomers` for these lines and rules: read in their place where no filter narrows lines. */
  materialised?: string;
}

/** The stored features of customers, where they are what the scope asks for. */
export function storedCustomers(table: DataTable, { filters, asOf, materialised }: Scope): string | null {
  if (materialised === undefined || table.kind !== 'orders') return null;
  const narrowed = filters.from || filters.to || filters.countries?.length || asOf;
  return narrowed ? null : materialised;
}
