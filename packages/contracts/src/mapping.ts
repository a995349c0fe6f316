import { z } from 'zod';

export const datasetKinds = ['orders', 'customers'] as const;
export const datasetKindSchema = z.enum(datasetKinds);
/** `orders`: a row is an order line. `customers`: a row is a customer. */
export type DatasetKind = z.infer<typeof datasetKindSchema>;

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
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

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

export const dateOrderSchema = z.enum(['auto', 'ymd', 'mdy', 'dmy']);
/** Order of year, month and day in a written date; `auto` decides from the whole column. */
export type DateOrder = z.infer<typeof dateOrderSchema>;

export const decimalMarkSchema = z.enum(['auto', 'point', 'comma']);
/** The decimal mark of written numbers; `auto` decides from the whole column. */
export type DecimalMark = z.infer<typeof decimalMarkSchema>;

export const mappingSchema = z.object({
  kind: datasetKindSchema,
  /** Role to column name. A role that is not there is not played by any column. */
  roles: z.partialRecord(roleSchema, z.string()),
  dateOrder: dateOrderSchema.default('auto'),
  decimal: decimalMarkSchema.default('auto'),
  /** ISO 4217 code of the money, or null where it is not known. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
});
/** Which column plays which role, and how its text is to be read. */
export type Mapping = z.infer<typeof mappingSchema>;
