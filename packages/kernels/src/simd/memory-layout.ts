/** Places parts one after the other in the memory of the compiled loops, each at a multiple of 16 bytes. */
export interface MemoryLayout {
  /** The address of a part of so many bytes; never 0, which can stand for "none". */
  place(bytes: number): number;
  /** All that was placed. */
  bytes(): number;
}

/** An empty {@link MemoryLayout}. */
export function createMemoryLayout(): MemoryLayout {
  let end = 16;
  return {
    place(bytes) {
      const at = end;
      end += Math.ceil(bytes / 16) * 16;
      return at;
    },
    bytes: () => end,
  };
}
