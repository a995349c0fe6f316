import type { FeatureInfo, ViewName, ViewOptions, Views } from '@clientele/contracts';
import type { Row, Session } from '@clientele/engines';
import type { DataTable } from '../../data-table.ts';
import type { Bindings } from '../../features/bindings.ts';
import type { DataExtent } from '../../features/data-extent.ts';
import type { Scope } from '../../features/scope.ts';
import type { Period } from '../compare-periods.ts';
import type { Part } from '../read-parts.ts';

/** What a view may be asked; what is absent has the contract's default. */
export type ViewAsked = Scope & { options: ViewOptions };

/** What views are computed from: one a batch. */
export interface ViewContext {
  session: Session;
  table: DataTable;
  asked: ViewAsked;
  extent: DataExtent;
  /** The days shown; null where no kept line in the date window has a time, and for a table of customers. */
  period: Period | null;
  /** Values of the batch's statement. */
  bindings: Bindings;
  /** Expressions that several views read, by name; each is made by the first of them. */
  shared: Map<string, string>;
  /** Column of a feature in `customers`; only of those that the view names in `features`. */
  column(id: string): string;
}

/** What a view adds to the batch's statement: expressions over `visits` and `customers`, and what is selected from them. */
export interface Reading {
  ctes?: string[];
  parts: Record<string, Part>;
}

/** One view: what it reads and what it makes of it. */
export interface View<Name extends ViewName> {
  features?(table: DataTable, options: ViewOptions): readonly FeatureInfo[];
  read?(context: ViewContext): Reading;
  /** Given the rows of each part. */
  shape(rows: Record<string, Row[]>, context: ViewContext): Views[Name] | Promise<Views[Name]>;
}

/** A view that is the same whatever the data. */
export function constantView<Name extends ViewName>(value: Views[Name]): View<Name> {
  return { shape: () => value };
}
