export interface Country {
  name: string;
  /** Share of customers. */
  share: number;
  /** Price of a postage line in pence. */
  postage: number;
  /** How likely an order carries a postage line. */
  postageShare: number;
}

/** Where the shop sells; the first is its home. */
export const countries: readonly Country[] = [
  { name: 'United Kingdom', share: 0.6, postage: 395, postageShare: 0.06 },
  { name: 'Ireland', share: 0.09, postage: 695, postageShare: 0.22 },
  { name: 'Germany', share: 0.075, postage: 995, postageShare: 0.3 },
  { name: 'France', share: 0.055, postage: 995, postageShare: 0.3 },
  { name: 'Netherlands', share: 0.045, postage: 995, postageShare: 0.3 },
  { name: 'Belgium', share: 0.025, postage: 995, postageShare: 0.3 },
  { name: 'Spain', share: 0.022, postage: 1195, postageShare: 0.3 },
  { name: 'Denmark', share: 0.02, postage: 1195, postageShare: 0.3 },
  { name: 'Sweden', share: 0.018, postage: 1195, postageShare: 0.3 },
  { name: 'Italy', share: 0.016, postage: 1195, postageShare: 0.3 },
  { name: 'Norway', share: 0.012, postage: 1495, postageShare: 0.4 },
  { name: 'United States', share: 0.012, postage: 1995, postageShare: 0.5 },
  { name: 'Australia', share: 0.01, postage: 2295, postageShare: 0.5 },
];
