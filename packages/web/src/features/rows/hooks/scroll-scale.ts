/** Browsers cut off elements that are higher; the lowest limit is near 17.9 million. */
const mostPixels = 12_000_000;
/** So far from either end a pixel scrolled is a pixel of rows. */
const edgePixels = 200_000;

/** How a scroll range shorter than the rows stands for all of them. */
export interface ScrollScale {
  /** Height of the element that is scrolled. */
  height: number;
  /** Place among the rows in pixels, from a place of the scroll bar. */
  toRows(scroll: number): number;
  /** The reverse. */
  toScroll(top: number): number;
  /** The last place among the rows, with the last row at the foot of the view. */
  end: number;
  isExact: boolean;
}

/**
 * The scale for rows of a height in all and a view on them. One to one where they fit; otherwise one to one near the ends and
 * stretched between, so that the first and the last rows are reached pixel by pixel.
 */
export function scrollScale(rowsHeight: number, view: number): ScrollScale {
  const height = Math.min(rowsHeight, mostPixels);
  const scrollEnd = Math.max(0, height - view);
  const end = Math.max(0, rowsHeight - view);
  if (rowsHeight <= mostPixels)
    return { height, end, isExact: true, toRows: (scroll) => scroll, toScroll: (top) => top };
  const stretch = (end - 2 * edgePixels) / (scrollEnd - 2 * edgePixels);
  return {
    height,
    end,
    isExact: false,
    toRows(scroll) {
      if (scroll <= edgePixels) return Math.max(0, scroll);
      if (scroll >= scrollEnd - edgePixels) return Math.min(end, end - (scrollEnd - scroll));
      return edgePixels + (scroll - edgePixels) * stretch;
    },
    toScroll(top) {
      if (top <= edgePixels) return Math.max(0, top);
      if (top >= end - edgePixels) return Math.min(scrollEnd, scrollEnd - (end - top));
      return edgePixels + (top - edgePixels) / stretch;
    },
  };
}
