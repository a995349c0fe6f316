export const datasetKinds = ['orders', 'customers'] as const;
/** `orders`: a row is an order line. `customers`: a row is a customer. */
export type DatasetKind = (typeof datasetKinds)[number];

export const roles = [
  'customer',
  'order',
  'time',
  'quantity',
  'unitPrice',
  'amount',
  'product',
  'description',
  'country',
  'status',
  'currency',
] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  customer: 'Customer',
  order: 'Order',
  time: 'Time',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  amount: 'Amount',
  product: 'Product code',
  description: 'Product',
  country: 'Country',
  status: 'Status',
  currency: 'Currency',
};

export const dateOrders = ['auto', 'ymd', 'mdy', 'dmy'] as const;
/** Order of year, month and day in a written date; `auto` decides from the whole column. */
export type DateOrder = (typeof dateOrders)[number];

export const decimalMarks = ['auto', 'point', 'comma'] as const;
/** The decimal mark of written numbers; `auto` decides from the whole column. */
export type DecimalMark = (typeof decimalMarks)[number];
