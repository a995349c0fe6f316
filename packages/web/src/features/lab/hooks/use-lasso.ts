import type { SelectionRequest } from '@clientele/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Corner } from './simplify-line.ts';

export interface LassoState {
  /** True while one may draw. */
  isDrawing: boolean;
  /** What was drawn on this map, or null. */
  request: SelectionRequest | null;
  /** Begins to draw, or ends it. */
  flip(): void;
  draw(polygon: Corner[]): void;
  clear(): void;
}

type LassoMap = SelectionRequest['map'];

/** The lasso of a map; one drawn on another map is not shown on this one. Escape ends the drawing, then takes away what was drawn. */
export function useLasso(map: LassoMap | null): LassoState {
  const [isOn, setOn] = useState(false);
  const [drawn, setDrawn] = useState<{ key: string; polygon: Corner[] } | null>(null);
  const key = JSON.stringify(map);
  const request = useMemo<SelectionRequest | null>(
    () => (drawn?.key === key ? { map: JSON.parse(key) as LassoMap, polygon: drawn.polygon } : null),
    [drawn, key],
  );
  const isDrawing = isOn && map !== null;
  const clear = useCallback(() => {
    setOn(false);
    setDrawn(null);
  }, []);
  const hasAny = isDrawing || request !== null;
  useEffect(() => {
    if (!hasAny) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (isDrawing) setOn(false);
      else clear();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [hasAny, isDrawing, clear]);
  return {
    isDrawing,
    request,
    flip: () => setOn(!isOn),
    draw: (polygon) => {
      setOn(false);
      setDrawn({ key, polygon });
    },
    clear,
  };
}
