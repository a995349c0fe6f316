import type { Rules } from '@clientele/contracts';
import type { Staged } from './cleaning/staged.ts';

/** A staged table with the rules that are on: what features and insights are computed from. */
export interface DataTable extends Pick<Staged, 'kind' | 'table' | 'mapping' | 'columns'> {
  rules: Rules;
}

/** Where the segment of each customer is kept: a table with columns customer VARCHAR, segment INTEGER; null for a customer in no segment. */
export interface Members {
  table: string;
}
