import type { DataFilters, Filters, Ledger, Views } from '@clientele/contracts';

/** Where a finding leads. */
export interface FindingLink {
  label: string;
  screen: 'overview' | 'segments' | 'customers' | 'data';
  /** To be laid over the filters in use. */
  filters: Filters;
}

/** One thing that stands out: a number and the sentence that goes on from it. */
export interface Finding {
  id: string;
  value: string;
  /** Reads on from the value: "of revenue comes from 719 Champions, one customer in six." */
  sentence: string;
  /** A part of the sentence to stress; null: none. */
  strong: string | null;
  link: FindingLink | null;
}

/** A finding with its rank: how much of the business it is about, 0 to 1. */
export interface RankedFinding extends Finding {
  weight: number;
}

/** The views that findings are looked for in, and what they were filtered by. */
export interface FindingsViews
  extends Pick<Views, 'kpis' | 'months' | 'topCustomers' | 'countries' | 'points' | 'segmentTotals'>,
    Partial<Pick<Views, 'numbers' | 'categories'>> {
  filters: DataFilters;
}

export interface FindingsInput {
  overview: FindingsViews;
  /** Adds what cleaning left in, where the dataset has a ledger. */
  ledger?: Ledger | null;
}
