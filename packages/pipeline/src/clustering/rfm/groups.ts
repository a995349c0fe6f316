import type { RfmGroup } from '@clientele/contracts';

/** The eleven groups over scores of 1 to 5: each of the 25 codes belongs to exactly one. */
export const rfmGroups: RfmGroup[] = [
  {
    name: 'Champions',
    boxes: [
      { r: [5, 5], fm: [4, 5] },
      { r: [4, 4], fm: [5, 5] },
    ],
  },
  {
    name: 'Loyal customers',
    boxes: [
      { r: [5, 5], fm: [3, 3] },
      { r: [4, 4], fm: [4, 4] },
      { r: [3, 3], fm: [4, 5] },
    ],
  },
  {
    name: 'Potential loyalists',
    boxes: [
      { r: [4, 5], fm: [2, 2] },
      { r: [3, 4], fm: [3, 3] },
    ],
  },
  { name: 'New customers', boxes: [{ r: [5, 5], fm: [1, 1] }] },
  { name: 'Promising', boxes: [{ r: [3, 4], fm: [1, 1] }] },
  {
    name: 'Needs attention',
    boxes: [
      { r: [3, 3], fm: [2, 2] },
      { r: [2, 2], fm: [2, 3] },
    ],
  },
  { name: 'About to sleep', boxes: [{ r: [2, 2], fm: [1, 1] }] },
  {
    name: 'At risk',
    boxes: [
      { r: [2, 2], fm: [4, 5] },
      { r: [1, 1], fm: [3, 3] },
    ],
  },
  { name: "Can't lose them", boxes: [{ r: [1, 1], fm: [4, 5] }] },
  { name: 'Hibernating', boxes: [{ r: [1, 1], fm: [2, 2] }] },
  { name: 'Lost', boxes: [{ r: [1, 1], fm: [1, 1] }] },
];
