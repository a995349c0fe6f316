import type { KmeansLoops } from '../kmeans/kmeans-loops.ts';
import { simdBytes } from './simd-bytes.gen.ts';
import { supportsSimd } from './supports-simd.ts';

/** The compiled inner loops (packages/kernels/simd), over one linear memory a thread. Addresses are in bytes. */
export interface Simd extends KmeansLoops {
  /** Gives room for `bytes` from address 0 on; what was there before is not kept. Views made before may be gone. */
  reserve(bytes: number): ArrayBuffer;
  /** Silhouettes of some rows from their sums of distances to all clusters (simd/silhouette.ts). */
  silhouettes(
    runs: number,
    count: number,
    targets: number,
    partitions: number,
    weights: number,
    sizes: number,
    begins: number,
    totals: number,
    stride: number,
    values: number,
  ): void;
  /** Adds the distances from a group of points to those of a tree (simd/distance-tree.ts); answers the work done, in pairs. */
  addTree(
    columns: number,
    group: number,
    count: number,
    centre: number,
    radius: number,
    records: number,
    links: number,
    points: number,
    stride: number,
    angle: number,
    stack: number,
    sums: number,
  ): number;
  /** Moves rows of a picture in the plane (simd/layout.ts); answers the state of the random numbers after it. */
  movePlane(
    begins: number,
    ends: number,
    every: number,
    due: number,
    places: number,
    attraction: number,
    repulsion: number,
    rows: number,
    from: number,
    to: number,
    epoch: number,
    rate: number,
    state: number,
  ): number;
  /** Adds the distances between a strip of one block and another block to the totals of both (simd/silhouette.ts). */
  addDistances(
    columns: number,
    a: number,
    strideA: number,
    runsA: number,
    countA: number,
    b: number,
    strideB: number,
    runsB: number,
    countB: number,
    targets: number,
    partitions: number,
    weights: number,
    totalsA: number,
    totalsB: number,
    sums: number,
    columnSums: number,
  ): void;
}

const PAGE = 65_536;
let loaded: Simd | null | undefined;
let isAllowed = true;

/** The compiled loops of this thread; null where the machine has no SIMD in WebAssembly, and then the plain loops run. */
export function simd(): Simd | null {
  if (!isAllowed) return null;
  if (loaded === undefined) loaded = supportsSimd() ? load() : null;
  return loaded;
}

/** Runs `work` on the plain loops, as on a machine without SIMD: for the tests that hold both against each other. */
export function withoutSimd<Result>(work: () => Result): Result {
  const before = isAllowed;
  isAllowed = false;
  try {
    return work();
  } finally {
    isAllowed = before;
  }
}

function load(): Simd {
  const text = atob(simdBytes);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    env: {
      abort: () => {
        throw new Error('a compiled loop stopped');
      },
    },
  });
  const { memory } = exports as { memory: WebAssembly.Memory };
  const reserve = (wanted: number): ArrayBuffer => {
    const missing = wanted - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return memory.buffer;
  };
  return { ...(exports as unknown as Omit<Simd, 'reserve'>), reserve };
}
