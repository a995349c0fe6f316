import { z } from 'zod';
import { datasetKinds, dateOrders, decimalMarks, roles } from './roles.ts';

export const datasetKindSchema = z.enum(datasetKinds);
export const roleSchema = z.enum(roles);
export const dateOrderSchema = z.enum(dateOrders);
export const decimalMarkSchema = z.enum(decimalMarks);

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
