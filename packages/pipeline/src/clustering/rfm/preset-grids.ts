/** A published group: its name and the first and last score, or the only one, of R, F and M. */
export type RangedGroup = readonly [name: string, r: Scores, f: Scores, m: Scores];
type Scores = number | readonly [number, number];

/** R package rfm 0.3.0 (CRAN), the example of rfm_segment. */
export const rRfmGroups: readonly RangedGroup[] = [
  ['Champions', 5, 5, 5],
  ['Potential Loyalist', [3, 5], [3, 5], [2, 5]],
  ['Loyal Customers', [2, 4], [2, 4], [2, 4]],
  ['Promising', [3, 4], [1, 3], [3, 5]],
  ['New Customers', [4, 5], [1, 3], [1, 5]],
  ["Can't Lose Them", [1, 2], [3, 4], [4, 5]],
  ['At Risk', [1, 2], [2, 5], [4, 5]],
  ['Need Attention', [1, 3], [3, 5], [3, 5]],
  ['About To Sleep', [2, 3], [1, 3], [1, 4]],
  ['Lost', 1, [1, 5], [1, 5]],
];

/** R package rfm 0.2.0 (CRAN), the example of rfm_segment. */
export const rRfm02Groups: readonly RangedGroup[] = [
  ['Champions', [4, 5], [4, 5], [4, 5]],
  ['Loyal Customers', [2, 5], [3, 5], [3, 5]],
  ['Potential Loyalist', [3, 5], [1, 3], [1, 3]],
  ['New Customers', [4, 5], 1, 1],
  ['Promising', [3, 4], 1, 1],
  ['Need Attention', [2, 3], [2, 3], [2, 3]],
  ['About To Sleep', [2, 3], [1, 2], [1, 2]],
  ['At Risk', [1, 2], [2, 5], [2, 5]],
  ["Can't Lose Them", 1, [4, 5], [4, 5]],
  ['Lost', [1, 2], [1, 2], [1, 2]],
];

/** Braze, documentation of RFM SQL segments; its scores 0 to 3 are 1 to 4 here. */
export const brazeGroups: readonly RangedGroup[] = [
  ['Champions', 4, [3, 4], [3, 4]],
  ['Loyal Users', [3, 4], [3, 4], [2, 4]],
  ['Potential Loyalists', 4, [2, 4], [2, 4]],
  ['Promising', 4, [1, 4], [2, 4]],
  ['New Customer', 4, [1, 4], [1, 4]],
  ['Needing Attention', [3, 4], [1, 4], [1, 4]],
  ['Cannot lose them', [1, 2], [3, 4], [3, 4]],
  ['At Risk', [1, 2], [2, 4], [2, 4]],
  ['About to Sleep', 2, [1, 4], [1, 4]],
  ['Hibernating', 1, [1, 3], [1, 4]],
];

/** PyMC-Marketing, clv.utils: codes of each segment of its default; what is in none is called Other there. */
export const pymcGroups: readonly (readonly [name: string, codes: string])[] = [
  ['Premium Customer', '333 334 343 344 433 434 443 444'],
  ['Repeat Customer', '143 232 233 234 243 244 332'],
  ['Top Spender', '124 133 134 144 224 313 314 323 324 413 414 423 424'],
  ['At Risk Customer', '122 123 132 212 214 222 223 312 322 412 422'],
  ['Inactive Customer', '111 112 113 114 211 311 411'],
];
