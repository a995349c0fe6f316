import { z } from 'zod';
import { ledgerSchema, ruleIdSchema, rulesSchema } from './cleaning.ts';
import { datasetKindSchema, mappingSchema, roleSchema } from './mapping.ts';

export const sourceFormatSchema = z.enum(['csv', 'excel', 'parquet', 'json-lines', 'fixed-space']);
export type SourceFormat = z.infer<typeof sourceFormatSchema>;

export const sheetSchema = z.object({
  name: z.string(),
  rows: z.number().int(),
  columns: z.number().int(),
  /** True where the sheet's rows are read. */
  chosen: z.boolean(),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const sourceInfoSchema = z.object({
  /** File name without its folder. */
  name: z.string(),
  bytes: z.number().int(),
  format: sourceFormatSchema,
  compression: z.enum(['none', 'gzip']),
  /** As named by the WHATWG: utf-8, utf-16le, windows-1252; null for binary formats. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  hasHeader: z.boolean(),
  sheets: z.array(sheetSchema),
});
/** What a file was recognised as. */
export type SourceInfo = z.infer<typeof sourceInfoSchema>;

export const problemSchema = z.object({
  severity: z.enum(['info', 'warning']),
  /** A stable word for programs: ragged-lines, ambiguous-dates, unreadable-times, several-currencies, ... */
  code: z.string(),
  /** One sentence for the user. */
  message: z.string(),
  column: z.string().optional(),
  line: z.number().int().optional(),
  count: z.number().int().optional(),
});
/** Something to know about the data; it does not stop the import. */
export type Problem = z.infer<typeof problemSchema>;

export const columnTypeSchema = z.enum(['text', 'number', 'time', 'boolean', 'empty']);
export type ColumnType = z.infer<typeof columnTypeSchema>;

export const columnProfileSchema = z.object({
  name: z.string(),
  type: columnTypeSchema,
  /** Rows looked at for this profile; the whole file once it is staged. */
  rows: z.number().int(),
  missing: z.number().int(),
  distinct: z.number().int(),
  /** Smallest and largest value as text: a number or an ISO time. Null for text. */
  min: z.string().nullable(),
  max: z.string().nullable(),
  examples: z.array(z.string()),
});
export type ColumnProfile = z.infer<typeof columnProfileSchema>;

export const roleGuessSchema = z.object({
  role: roleSchema,
  column: z.string(),
  /** 0 to 1. */
  confidence: z.number(),
  /** Why this column, in one sentence: its name, its values. */
  why: z.string(),
});
export type RoleGuess = z.infer<typeof roleGuessSchema>;

export const featureColumnSchema = z.object({
  name: z.string(),
  type: z.enum(['number', 'category']),
  missing: z.number().int(),
  distinct: z.number().int(),
  /** Category values, most frequent first; empty for numbers. */
  values: z.array(z.string()),
  /** Chosen when the user says nothing. */
  suggested: z.boolean(),
  /** Why it is or is not suggested, where that is not plain. */
  why: z.string().optional(),
});
/** A column of a table of customers that can serve as a feature. */
export type FeatureColumn = z.infer<typeof featureColumnSchema>;

export const previewRowSchema = z.object({
  /** Number of the data row in the file, from 1. */
  line: z.number().int(),
  cells: z.array(z.string().nullable()),
  /** The rule that removes the row, or null where it is kept. */
  removedBy: ruleIdSchema.nullable(),
  /** Indexes of the cells at fault. */
  faults: z.array(z.number().int()),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

export const inspectionSchema = z.object({
  source: sourceInfoSchema,
  kind: datasetKindSchema,
  /** Why it was taken for order lines or for a table of customers. */
  kindWhy: z.string(),
  rows: z.number().int(),
  columns: z.array(columnProfileSchema),
  mapping: mappingSchema,
  guesses: z.array(roleGuessSchema),
  /** For a table of customers: the columns that can be features. */
  features: z.array(featureColumnSchema),
  rules: rulesSchema,
  /** Null where the mapping is not complete enough to account for the lines, or the kind is customers without an id. */
  ledger: ledgerSchema.nullable(),
  preview: z.array(previewRowSchema),
  problems: z.array(problemSchema),
});
/** All that is known of a source before it is imported. */
export type Inspection = z.infer<typeof inspectionSchema>;
