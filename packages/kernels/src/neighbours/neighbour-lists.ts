/** The best neighbours known of each row, nearest first, ties by row; to be bettered in place. */
export interface NeighbourLists {
  rows: number;
  /** Room for so many a row. */
  neighbours: number;
  /** How many each row has. */
  found: Int32Array;
  indices: Int32Array;
  /** Squared distances. */
  squares: Float64Array;
  /** 1 where an entry came after the last look at it. */
  isNew: Uint8Array;
}

/** Empty lists. */
export function createLists(rows: number, neighbours: number): NeighbourLists {
  return {
    rows,
    neighbours,
    found: new Int32Array(rows),
    indices: new Int32Array(rows * neighbours),
    squares: new Float64Array(rows * neighbours),
    isNew: new Uint8Array(rows * neighbours),
  };
}

/** Puts `other` into the list of `row` where it is nearer than the last; answers 1 where it did, 0 where it did not or was there. */
export function offerInPlace(lists: NeighbourLists, row: number, other: number, square: number): number {
  const { neighbours, found, indices, squares, isNew } = lists;
  const begin = row * neighbours;
  const count = found[row];
  const isFull = count === neighbours;
  if (isFull && square > squares[begin + count - 1]) return 0;
  let slot = begin + count;
  while (slot > begin && (squares[slot - 1] > square || (squares[slot - 1] === square && indices[slot - 1] > other))) {
    slot--;
  }
  // The same row has the same distance, so it can only be here.
  if (slot > begin && squares[slot - 1] === square && indices[slot - 1] === other) return 0;
  if (slot === begin + neighbours) return 0;
  for (let s = isFull ? begin + count - 1 : begin + count; s > slot; s--) {
    indices[s] = indices[s - 1];
    squares[s] = squares[s - 1];
    isNew[s] = isNew[s - 1];
  }
  indices[slot] = other;
  squares[slot] = square;
  isNew[slot] = 1;
  if (!isFull) found[row]++;
  return 1;
}
