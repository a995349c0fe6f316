import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';

export interface ColumnsInSight {
  /** Indexes of the columns to draw. */
  shown: readonly number[];
  /** Width of the columns left out before and after them, in pixels. */
  before: number;
  after: number;
}

/** Up to so many columns all are drawn, in sight or not. */
const drawnAll = 40;

/** Which columns of a table that scrolls sideways are drawn: all of a usual file, those in sight of a wide one. */
export function useColumnsInSight(widths: readonly number[], scroll: RefObject<HTMLElement | null>): ColumnsInSight {
  const isWide = widths.length > drawnAll;
  const virtual = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? 0,
    overscan: 4,
    enabled: isWide,
    initialRect: { width: 1200, height: 400 },
  });
  const total = widths.reduce((sum, one) => sum + one, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are measured anew when their sum changes
  useEffect(() => {
    if (isWide) virtual.measure();
  }, [isWide, total]);
  if (!isWide) return { shown: widths.map((_, index) => index), before: 0, after: 0 };
  const items = virtual.getVirtualItems();
  return {
    shown: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: Math.max(0, total - (items.at(-1)?.end ?? 0)),
  };
}
