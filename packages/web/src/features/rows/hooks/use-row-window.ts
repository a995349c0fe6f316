import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { scrollScale } from './scroll-scale.ts';

export const rowHeight = 32;
const spareRows = 16;
/** A step of the wheel or a key is shorter; a longer one is a drag of the scroll bar. */
const longestStep = 4000;
const restMs = 150;

export interface RowWindow {
  /** Rows drawn: from `first`, included, to `last`, left out. */
  first: number;
  last: number;
  /** Height of the gap above them. */
  before: number;
  /** Height of all in the scroll range. */
  height: number;
}

export interface RowWindowHandle {
  window: RowWindow;
  onScroll(): void;
  onKeyDown(event: KeyboardEvent): void;
  toTop(): void;
}

const none: RowWindow = { first: 0, last: 0, before: 0, height: 0 };

/**
 * Which of `total` rows are in sight of a scrolled element with a sticky head. Where the scroll range is shorter than the rows, small
 * steps move the rows by as many pixels and long ones go to the place that the scroll bar shows; at rest the bar is set right.
 */
export function useRowWindow(element: RefObject<HTMLElement | null>, total: number): RowWindowHandle {
  const [window, setWindow] = useState(none);
  const place = useRef({ top: 0, scroll: 0 });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const measure = useCallback(() => {
    const head = element.current?.querySelector('thead')?.offsetHeight ?? 0;
    const view = Math.max(rowHeight, (element.current?.clientHeight ?? 0) - head);
    return { view, scale: scrollScale(total * rowHeight, view) };
  }, [element, total]);

  const draw = useCallback(() => {
    const { view, scale } = measure();
    const { top, scroll } = place.current;
    const first = Math.max(0, Math.floor(top / rowHeight) - spareRows);
    const last = Math.min(total, Math.ceil((top + view) / rowHeight) + spareRows);
    const next = { first, last, before: Math.max(0, first * rowHeight + scroll - top), height: scale.height };
    setWindow((now) =>
      now.first === next.first && now.last === next.last && now.before === next.before && now.height === next.height
        ? now
        : next,
    );
  }, [measure, total]);

  const moveTo = useCallback(
    (top: number) => {
      const node = element.current;
      if (node === null) return;
      const { scale } = measure();
      place.current.top = Math.min(scale.end, Math.max(0, top));
      node.scrollTop = scale.toScroll(place.current.top);
      place.current.scroll = node.scrollTop;
      draw();
    },
    [element, measure, draw],
  );

  const onScroll = useCallback(() => {
    const node = element.current;
    if (node === null) return;
    const { view, scale } = measure();
    const { top, scroll: former } = place.current;
    const scroll = node.scrollTop;
    const step = scroll - former;
    const isAtEnd = scroll <= 0 || scroll >= scale.height - view - 1;
    const isLong = Math.abs(step) > longestStep;
    place.current = {
      scroll,
      top:
        scale.isExact || isLong || (isAtEnd && step !== 0)
          ? scale.toRows(scroll)
          : Math.min(scale.end, Math.max(0, top + step)),
    };
    draw();
    clearTimeout(rest.current);
    if (!scale.isExact && !isLong) rest.current = setTimeout(() => moveTo(place.current.top), restMs);
  }, [element, measure, draw, moveTo]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
      const { view, scale } = measure();
      const screen = Math.max(1, Math.floor(view / rowHeight) - 1) * rowHeight;
      const { top } = place.current;
      const targets: Record<string, number> = {
        ArrowDown: top + rowHeight,
        ArrowUp: top - rowHeight,
        PageDown: top + screen,
        PageUp: top - screen,
        ' ': top + (event.shiftKey ? -screen : screen),
        Home: 0,
        End: scale.end,
      };
      const target = targets[event.key];
      if (target === undefined) return;
      event.preventDefault();
      moveTo(target);
    },
    [measure, moveTo],
  );

  useLayoutEffect(draw, [draw]);
  useEffect(() => {
    const node = element.current;
    if (node === null) return;
    const observer = new ResizeObserver(draw);
    observer.observe(node);
    return () => {
      observer.disconnect();
      clearTimeout(rest.current);
    };
  }, [element, draw]);
  return { window, onScroll, onKeyDown, toTop: useCallback(() => moveTo(0), [moveTo]) };
}
