import { z } from 'zod';

/** The cleaning rules in the order in which they are applied: a line is removed by the first rule that it breaks. */
export const ruleIds = [
  'no-customer',
  'unreadable-time',
  'unreadable-number',
  'cancellation',
  'cancelled-later',
  'quantity',
  'price',
  'administrative',
  'duplicate',
] as const;
export const ruleIdSchema = z.enum(ruleIds);
export type RuleId = z.infer<typeof ruleIdSchema>;

export const rulesSchema = z.record(ruleIdSchema, z.boolean());
/** Which rules are switched on. */
export type Rules = z.infer<typeof rulesSchema>;
export const rulesPatchSchema = z.partialRecord(ruleIdSchema, z.boolean());

export interface RuleText {
  label: string;
  /** What makes a line break the rule, in a few words. */
  meaning: string;
  /** Switched on unless the user says otherwise. */
  on: boolean;
}

export const ruleTexts: Record<RuleId, RuleText> = {
  'no-customer': { label: 'No customer', meaning: 'the customer is empty', on: true },
  'unreadable-time': { label: 'Unreadable time', meaning: 'the time is empty or cannot be read', on: true },
  'unreadable-number': {
    label: 'Unreadable number',
    meaning: 'quantity, price or amount is empty or not a number',
    on: true,
  },
  cancellation: { label: 'Cancellations', meaning: 'the order is marked as cancelled, refunded or failed', on: true },
  'cancelled-later': {
    label: 'Cancelled later',
    meaning:
      'an order line with a matching cancellation of the same customer, product and quantity, and that cancellation',
    on: false,
  },
  quantity: { label: 'Quantity zero or below', meaning: 'nothing was sold', on: true },
  price: { label: 'Price zero or below', meaning: 'gifts, samples, corrections', on: true },
  administrative: { label: 'Administrative lines', meaning: 'postage, fees, manual entries: not products', on: false },
  duplicate: {
    label: 'Exact duplicates',
    meaning: 'a line equal to an earlier one; a repeated line can be real',
    on: false,
  },
};

export const defaultRules: Rules = Object.fromEntries(ruleIds.map((id) => [id, ruleTexts[id].on])) as Rules;

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
