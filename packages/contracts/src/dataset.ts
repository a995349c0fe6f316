import { z } from 'zod';
import { ledgerSchema, rulesSchema } from './cleaning.ts';
import { featureInfoSchema } from './features.ts';
import { datasetKindSchema, mappingSchema } from './mapping.ts';
import { problemSchema, sourceInfoSchema } from './source.ts';

export const joinSchema = z.object({
  /** The table of customers that the columns were copied from; it may have been removed since. */
  datasetId: z.string(),
  /** Its name when it was joined. */
  name: z.string(),
  /** Customers with kept orders that have a row, and that have none: their attributes are missing. */
  matched: z.number().int(),
  without: z.number().int(),
  /** Customers of the table without kept orders. */
  unused: z.number().int(),
  /** Rows that repeat the id of an earlier row, which counts. */
  repeated: z.number().int(),
  /** Ids of the features that came with it. */
  columns: z.array(z.string()),
  problems: z.array(problemSchema),
});
/** A table of customers joined to order lines by the customer's id. */
export type Join = z.infer<typeof joinSchema>;

export const datasetSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: datasetKindSchema,
  createdAt: z.string(),
  source: sourceInfoSchema,
  mapping: mappingSchema,
  rules: rulesSchema,
  ledger: ledgerSchema,
  rows: z.number().int(),
  kept: z.number().int(),
  customers: z.number().int(),
  /** Null for a table of customers. */
  orders: z.number().int().nullable(),
  revenue: z.number().nullable(),
  currency: z.string().nullable(),
  /** First and last time of the kept lines, ISO without zone; null for a table of customers. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Countries of the kept rows, most customers first. */
  countries: z.array(z.object({ name: z.string(), customers: z.number().int() })),
  /** Features on offer. */
  features: z.array(featureInfoSchema),
  problems: z.array(problemSchema),
  /** Attributes of the customers from a table of customers; absent where none is joined, and for a table of customers. */
  join: joinSchema.optional(),
  /** True for the sample shop that the app brings along. */
  sample: z.boolean(),
});
export type Dataset = z.infer<typeof datasetSchema>;

export const uploadSchema = z.object({ id: z.string(), name: z.string(), bytes: z.number().int() });
/** A file on the server's disk, not yet imported. */
export type Upload = z.infer<typeof uploadSchema>;

export const inspectRequestSchema = z.object({
  /** Absent: recognise. Given: read the file this way. */
  mapping: mappingSchema.optional(),
  rules: rulesSchema.optional(),
  /** Sheets of a workbook; absent: all of equal heading. */
  sheets: z.array(z.string()).optional(),
});
export type InspectRequest = z.infer<typeof inspectRequestSchema>;

export const importRequestSchema = inspectRequestSchema.extend({
  uploadId: z.string(),
  name: z.string().min(1).max(200).optional(),
});
export type ImportRequest = z.infer<typeof importRequestSchema>;

export const datasetPatchSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .optional(),
  rules: rulesSchema.optional(),
  /** A table of customers to copy attributes from, in place of those joined before; null: none. */
  join: z.string().nullable().optional(),
});
export type DatasetPatch = z.infer<typeof datasetPatchSchema>;
