/** A named group and its cells of the grid as [R, FM], both 1 to 5 with 5 best. */
export interface RfmGroup {
  name: string;
  cells: readonly (readonly [number, number])[];
}

/** The eleven groups: each of the 25 cells belongs to exactly one. */
export const rfmGroups: readonly RfmGroup[] = [
  {
    name: 'Champions',
    cells: [
      [5, 5],
      [5, 4],
      [4, 5],
    ],
  },
  {
    name: 'Loyal customers',
    cells: [
      [5, 3],
      [4, 4],
      [3, 5],
      [3, 4],
    ],
  },
  {
    name: 'Potential loyalists',
    cells: [
      [5, 2],
      [4, 2],
      [3, 3],
      [4, 3],
    ],
  },
  { name: 'New customers', cells: [[5, 1]] },
  {
    name: 'Promising',
    cells: [
      [4, 1],
      [3, 1],
    ],
  },
  {
    name: 'Needs attention',
    cells: [
      [3, 2],
      [2, 3],
      [2, 2],
    ],
  },
  { name: 'About to sleep', cells: [[2, 1]] },
  {
    name: 'At risk',
    cells: [
      [2, 5],
      [2, 4],
      [1, 3],
    ],
  },
  {
    name: "Can't lose them",
    cells: [
      [1, 5],
      [1, 4],
    ],
  },
  { name: 'Hibernating', cells: [[1, 2]] },
  { name: 'Lost', cells: [[1, 1]] },
];

/** Index into {@link rfmGroups} by R and FM. */
export function groupOf(recency: number, fm: number): number {
  return rfmGroups.findIndex((group) => group.cells.some(([r, f]) => r === recency && f === fm));
}
