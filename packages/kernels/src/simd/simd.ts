import { simdBytes } from './simd-bytes.gen.ts';
import { supportsSimd } from './supports-simd.ts';

/** The compiled inner loops (packages/kernels/simd), over one linear memory a thread. Addresses are in bytes. */
export interface Simd {
  /** Gives room for `bytes` from address 0 on; what was there before is not kept. Views made before may be gone. */
  reserve(bytes: number): ArrayBuffer;
  /** Sum of distances from one point to the points from..to, columns apart. */
  distanceSum(point: number, points: number, stride: number, columns: number, from: number, to: number): number;
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
