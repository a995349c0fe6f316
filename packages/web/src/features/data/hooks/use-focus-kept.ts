import { useEffect, useRef } from 'react';

/** When another view takes the place of what had the focus, the screen gets it: otherwise the keyboard would begin at the top of the page. */
export function useFocusKept(view: string): void {
  const last = useRef(view);
  useEffect(() => {
    if (last.current === view) return;
    last.current = view;
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('content')?.focus({ preventScroll: true });
  }, [view]);
}
