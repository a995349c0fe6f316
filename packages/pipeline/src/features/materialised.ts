/** Names of the tables that stand in for the lines. */
export interface MaterialisedTables {
  /** A row a customer with its number and all features on offer, ordered by id. */
  customers: string;
  /** A row for each customer, order, country and day, ordered by customer and day. */
  visits: string;
  /** A row for each known customer, order, product, country and day, ordered by customer. */
  purchases: string;
  /** A row a product: its number, its name, its most frequent description. */
  products: string;
}

/** What is stored of order lines under some rules, and what no filter changes. Times are ISO without zone; null: none. */
export interface Materialised extends MaterialisedTables {
  version: number;
  first: string | null;
  last: string | null;
  /** The moment that the stored features are computed for. */
  asOf: string | null;
  hasHours: boolean;
  /** The table of attributes whose columns are stored too; absent: none. */
  attributes?: string;
}
