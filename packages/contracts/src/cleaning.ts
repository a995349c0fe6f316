import { z } from 'zod';
import { ruleIds } from './rules.ts';

export const ruleIdSchema = z.enum(ruleIds);

export const rulesSchema = z.record(ruleIdSchema, z.boolean());
/** Which rules are switched on. */
export type Rules = z.infer<typeof rulesSchema>;
export const rulesPatchSchema = z.partialRecord(ruleIdSchema, z.boolean());

export const totalsSchema = z.object({
  rows: z.number().int(),
  customers: z.number().int(),
  orders: z.number().int(),
  /** Sum of the amounts in the dataset's currency, exact to six decimals. */
  revenue: z.number(),
});
export type Totals = z.infer<typeof totalsSchema>;

export const ledgerEntrySchema = z.object({
  rule: ruleIdSchema,
  /** What the rule removed, given the rules before it. Customers and orders: those with no line left after it. */
  rows: z.number().int(),
  customers: z.number().int(),
  orders: z.number().int(),
  revenue: z.number(),
  /** What is left after it. */
  left: totalsSchema,
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const ledgerSchema = z.object({
  read: totalsSchema,
  /** The rules that are on, in order. read = kept + the sum of these, to the row and the cent. */
  entries: z.array(ledgerEntrySchema),
  /** The rules that are off, each with what it would remove from the kept lines if it alone were added. */
  off: z.array(ledgerEntrySchema),
  kept: totalsSchema,
});
/** The account of cleaning. */
export type Ledger = z.infer<typeof ledgerSchema>;
