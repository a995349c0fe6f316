import type { FeatureColumn, Mapping, Rules } from '@clientele/contracts';
import type { Staged } from './cleaning/staged.ts';

/** A staged table with the rules that are on: what features and insights are computed from. */
export interface DataTable extends Pick<Staged, 'kind' | 'table' | 'mapping' | 'columns'> {
  rules: Rules;
  /** Of order lines: what else is known of their customers. */
  attributes?: Attributes;
}

/** A column of a table of customers, under the feature id that it has among the features of order lines. */
export interface AttributeColumn extends FeatureColumn {
  id: string;
}

/** Attributes of customers by their id, copied from a table of customers: nothing changes them afterwards. */
export interface Attributes {
  /** A table with customer VARCHAR, each id once, and f0, f1, ... for `columns[i]`: DOUBLE for a number, VARCHAR for a category. */
  table: string;
  /** Name of the file that they come from, and how it was read. */
  name: string;
  mapping: Mapping;
  columns: AttributeColumn[];
  /** Rows of the file that repeat the id of an earlier one, which counts. */
  repeated: number;
}

/** Where the segment of each customer is kept: a table with columns customer VARCHAR, segment INTEGER; null for a customer in no segment. */
export interface Members {
  table: string;
}
