import { createMemoryLayout } from '../simd/memory-layout.ts';
import type { Simd } from '../simd/simd.ts';
import type { Layout } from './create-layout.ts';

/** A picture in the memory of the compiled loops, while it is laid out. */
export interface CompiledPlane {
  /** As {@link moveInPlane}, to the same bits. */
  moveRows(from: number, to: number, epoch: number, rate: number, state: number): number;
  /** Brings places and due moves back. */
  bringBack(): void;
}

/** Lays a picture in 2 dimensions out in the memory of the compiled loops; no other loop may run before it is brought back. */
export function compiledPlane(loops: Simd, layout: Layout): CompiledPlane {
  const { rows, begins, ends, every, due, places, table } = layout;
  const { place, bytes } = createMemoryLayout();
  const parts = [begins, ends, every, due, places, table.attraction, table.repulsion];
  const addresses = parts.map((part) => place(part.byteLength));
  const memory = loops.reserve(bytes());
  const inside = parts.map((part, p) => {
    const view =
      part instanceof Int32Array
        ? new Int32Array(memory, addresses[p], part.length)
        : new Float64Array(memory, addresses[p], part.length);
    view.set(part);
    return view;
  });
  return {
    moveRows(from, to, epoch, rate, state) {
      const [b, e, v, d, p, pull, push] = addresses;
      return loops.movePlane(b, e, v, d, p, pull, push, rows, from, to, epoch, rate, state);
    },
    bringBack() {
      due.set(inside[3]);
      places.set(inside[4]);
    },
  };
}
