import type { RfmBands } from './bands.ts';

/** A name and when it is given. */
export interface OrderNameRule {
  name: string;
  when: RfmBands;
}

const recent = { below: -0.4 };
const notQuiet = { below: 0.4 };
const quiet = { from: 0.4 };

/**
 * Names for segments of a shop's customers, from the effects on recency, frequency and monetary value. The first rule that
 * holds gives the name; together they cover every case.
 */
export const orderNameRules: readonly OrderNameRule[] = [
  { name: 'Key accounts', when: { recency: notQuiet, value: { from: 4 } } },
  { name: 'Champions', when: { recency: recent, value: { from: 1.25 } } },
  { name: 'Big spenders gone quiet', when: { recency: quiet, monetary: { from: 0.75 } } },
  { name: 'At risk', when: { recency: quiet, value: { from: -0.25 } } },
  { name: 'Dormant', when: { recency: quiet } },
  { name: 'Big baskets, few orders', when: { monetary: { from: 0.5 }, frequency: { below: 0 } } },
  { name: 'Frequent small baskets', when: { frequency: { from: 0.5 }, monetary: { below: 0 } } },
  { name: 'Loyal high-spenders', when: { recency: recent, value: { from: 0.6 } } },
  { name: 'Loyal high-spenders', when: { value: { from: 1.25 } } },
  { name: 'Potential loyalists', when: { recency: recent, value: { from: -0.25 } } },
  { name: 'New customers', when: { recency: { below: -0.75 }, frequency: { below: -0.7 } } },
  { name: 'Promising', when: { recency: recent } },
  { name: 'Regulars', when: { value: { from: 0.25 } } },
  { name: 'Average customers', when: { value: { from: -0.25 } } },
  { name: 'Occasional buyers', when: {} },
];
