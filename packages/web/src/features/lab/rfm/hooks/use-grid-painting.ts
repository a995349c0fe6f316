import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { useText } from '../../../../lib/use-text.ts';
import { groupOfKey } from './brush-keys.ts';
import { cellAt, noGroup, placeOf } from './rfm-cells.ts';
import type { SchemeEditor } from './use-scheme-editor.ts';

/** The code of a cell in words: R 5, FM 4. */
export function useCodeText({ scheme }: Pick<SchemeEditor, 'scheme'>) {
  const text = useText();
  return (cell: number) => {
    const { r, across, layer } = placeOf(cell, scheme);
    return text(`rfm-studio.code.${scheme.axes}`, { r, across, m: layer });
  };
}

const cellOf = (target: EventTarget | null): number | null => {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined;
  return found === undefined ? null : Number(found);
};

/** Painting one map of the grid with mouse, pen, finger and keys. `onSay` tells what was done to those who do not see it. */
export function useGridPainting(editor: SchemeEditor, layer: number, onSay: (message: string) => void) {
  const { scheme, cells, brush } = editor;
  const { scores, groups } = scheme;
  const text = useText();
  const codeText = useCodeText(editor);
  const grid = useRef<HTMLTableElement>(null);
  const isPainting = useRef(false);
  const [active, setActive] = useState({ r: scores, across: 1 });
  /** The one cell that the tab key reaches. */
  const here = { r: Math.min(active.r, scores), across: Math.min(active.across, scores), layer };

  const nameOf = (group: number) => groups[group]?.name ?? text('rfm-studio.noGroup');
  const chooseGroup = (group: number) => {
    editor.choose(group);
    onSay(text(group === noGroup ? 'rfm-studio.erasing' : 'rfm-studio.painting', { group: nameOf(group) }));
  };
  const act = (cell: number) => {
    if (brush === null) return chooseGroup(cells[cell] ?? noGroup);
    editor.dab(cell);
    onSay(text('rfm-studio.painted', { code: codeText(cell), group: nameOf(brush) }));
  };
  const end = (isKept: boolean) => {
    if (!isPainting.current) return;
    isPainting.current = false;
    editor.endStroke(isKept);
  };
  const move = (r: number, across: number, isPainted: boolean) => {
    const within = (score: number) => Math.min(scores, Math.max(1, score));
    const cell = cellAt({ r: within(r), across: within(across), layer }, scheme);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
    if (isPainted && brush !== null) act(cell);
  };
  /** The cell under a pointer, which the grid has captured. */
  const under = ({ clientX, clientY }: PointerEvent): number | null => {
    const found = document.elementFromPoint(clientX, clientY);
    return grid.current?.contains(found) ? cellOf(found) : null;
  };

  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey) return;
      const { r, across } = here;
      const moves: Record<string, [number, number] | undefined> = {
        ArrowUp: [r + 1, across],
        ArrowDown: [r - 1, across],
        ArrowLeft: [r, across - 1],
        ArrowRight: [r, across + 1],
        Home: [r, 1],
        End: [r, scores],
        PageUp: [scores, across],
        PageDown: [1, across],
      };
      const to = moves[key];
      const chosen = groupOfKey(key, groups.length);
      if (to !== undefined) move(...to, shiftKey);
      else if (key === 'Enter' || key === ' ') act(cellAt(here, scheme));
      else if (key === 'Escape' && brush !== null) {
        end(false);
        editor.choose(null);
      } else if (chosen !== undefined) chooseGroup(chosen);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus: ({ target }: FocusEvent) => {
      const cell = cellOf(target);
      if (cell !== null) setActive(placeOf(cell, scheme));
    },
    onPointerDown: (event: PointerEvent<HTMLTableElement>) => {
      const cell = under(event);
      if (cell === null || brush === null || !event.isPrimary || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      isPainting.current = true;
      editor.paint(cell);
    },
    onPointerMove: (event: PointerEvent) => {
      const cell = isPainting.current ? under(event) : null;
      if (cell !== null) editor.paint(cell);
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onClick: ({ target }: MouseEvent) => {
      const cell = cellOf(target);
      if (cell !== null && brush === null) chooseGroup(cells[cell] ?? noGroup);
    },
  };
  return { grid, here, handlers };
}
