import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { Random } from '../random/create-random.ts';
import type { NeighbourLists } from './neighbour-lists.ts';

/** For each row some of those that are its neighbours or have it as theirs. */
export interface Candidates {
  /** At most so many of each kind a row. */
  room: number;
  /** Entries that are new since the last draw. */
  fresh: Int32Array;
  freshCount: Int32Array;
  seen: Int32Array;
  seenCount: Int32Array;
  /** How many were offered to each row, for an even draw. */
  offered: Int32Array;
}

const ROWS_BETWEEN_LOOKS = 4_096;

/** Room for the candidates of `rows` rows. */
export function createCandidates(rows: number, room: number): Candidates {
  return {
    room,
    fresh: new Int32Array(rows * room),
    freshCount: new Int32Array(rows),
    seen: new Int32Array(rows * room),
    seenCount: new Int32Array(rows),
    offered: new Int32Array(rows * 2),
  };
}

/** Draws candidates from the lists both ways, evenly where there are too many, and marks the new entries that were drawn as seen. */
export function drawCandidates(lists: NeighbourLists, into: Candidates, random: Random, hooks: Hooks = {}): void {
  const { rows, neighbours, found, indices, isNew } = lists;
  const { room, fresh, freshCount, seen, seenCount, offered } = into;
  freshCount.fill(0);
  seenCount.fill(0);
  offered.fill(0);
  const offer = (row: number, other: number, kind: 0 | 1): void => {
    const list = kind === 1 ? fresh : seen;
    const count = kind === 1 ? freshCount : seenCount;
    const before = offered[row * 2 + kind]++;
    if (count[row] < room) list[row * room + count[row]++] = other;
    else {
      const slot = random.integer(before + 1);
      if (slot < room) list[row * room + slot] = other;
    }
  };
  for (let i = 0; i < rows; i++) {
    if (i % ROWS_BETWEEN_LOOKS === 0) stopIfAsked(hooks);
    for (let s = i * neighbours; s < i * neighbours + found[i]; s++) {
      const kind = isNew[s] === 1 ? 1 : 0;
      offer(i, indices[s], kind);
      offer(indices[s], i, kind);
    }
  }
  for (let i = 0; i < rows; i++) {
    const drawn = fresh.subarray(i * room, i * room + freshCount[i]);
    for (let s = i * neighbours; s < i * neighbours + found[i]; s++) {
      if (isNew[s] === 1 && drawn.includes(indices[s])) isNew[s] = 0;
    }
  }
}
