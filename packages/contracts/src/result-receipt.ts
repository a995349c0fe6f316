import { z } from 'zod';
import { receiptSchema } from './segmentation.ts';

const sourceFileSchema = z.object({
  /** From the folder that holds the receipt, with forward slashes. */
  path: z.string(),
  /** SHA-256 of its bytes, in hex. */
  sha256: z.string(),
});

export const resultReceiptSchema = z.object({
  format: z.literal('clientele/receipt'),
  version: z.literal(1),
  source: sourceFileSchema,
  /** The table of customers joined to it; null where there was none. */
  attributes: sourceFileSchema.nullable(),
  receipt: receiptSchema,
  /** False where the evidence was left out. */
  evidence: z.boolean(),
  /** SHA-256 of every other file of the folder, by name. */
  files: z.record(z.string(), z.string()),
});
/** receipt.json: by which the files of a segmentation can be made again and compared. */
export type ResultReceipt = z.infer<typeof resultReceiptSchema>;
