const leastMs = 100;

/** Passes on at most ten calls a second; the others are dropped. */
export function tenASecond<T extends unknown[]>(report: ((...values: T) => void) | undefined): (...values: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...values) => {
    const now = performance.now();
    if (now - last < leastMs) return;
    last = now;
    report?.(...values);
  };
}
