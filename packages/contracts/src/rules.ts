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
export type RuleId = (typeof ruleIds)[number];

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

export const defaultRules = Object.fromEntries(ruleIds.map((id) => [id, ruleTexts[id].on])) as Record<RuleId, boolean>;
