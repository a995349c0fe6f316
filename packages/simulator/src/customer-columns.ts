/** A numeric column of a made-up table of customers. */
export interface NumericColumn {
  name: string;
  min: number;
  max: number;
  decimals: 0 | 1 | 2;
}

/** The columns on offer, the first ones first. */
export const numericColumns: readonly NumericColumn[] = [
  { name: 'Age', min: 18, max: 78, decimals: 0 },
  { name: 'Annual income', min: 12_000, max: 140_000, decimals: 0 },
  { name: 'Spending score', min: 1, max: 100, decimals: 0 },
  { name: 'Visits per month', min: 0, max: 20, decimals: 1 },
  { name: 'Basket value', min: 5, max: 180, decimals: 2 },
  { name: 'Years as a customer', min: 0, max: 15, decimals: 1 },
  { name: 'Discount share', min: 0, max: 1, decimals: 2 },
  { name: 'Newsletter clicks', min: 0, max: 400, decimals: 0 },
];

/** The category column; which value a customer has depends a little on the group. */
export const categoryColumn = { name: 'Membership', values: ['None', 'Basic', 'Plus', 'Premium'] } as const;
