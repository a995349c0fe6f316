import type { RfmScheme } from '@clientele/contracts';
import { useMemo, useRef, useState } from 'react';
import { withCells } from './boxes-of-cells.ts';
import { type EditHistory, noHistory, recorded, redone, undone } from './edit-history.ts';
import { lineBetween } from './line-between.ts';
import { withScores } from './reshape-scheme.ts';
import { claimsOf, noGroup } from './rfm-cells.ts';
import { isSameScheme, withGroup, withMoved, withoutGroup } from './scheme-edits.ts';

export interface SchemeEditor {
  scheme: RfmScheme;
  /** Group of each cell as drawn, with the stroke that is being painted. */
  cells: readonly number[];
  /** Groups whose boxes hold a cell; more than one where they overlap. */
  claims: readonly (readonly number[])[];
  hasOverlaps: boolean;
  /** The group that is painted with, -1 for none; null while nothing is painted. */
  brush: number | null;
  choose(brush: number | null): void;
  apply(next: RfmScheme): void;
  /** Paints on from the last cell of the stroke to this one. */
  paint(cell: number): void;
  /** Keeps the stroke, or drops it. */
  endStroke(isKept: boolean): void;
  /** Paints one cell. */
  dab(cell: number): void;
  rescale(scores: number): void;
  add(name: string): void;
  remove(group: number): void;
  move(group: number, by: -1 | 1): void;
  undo: (() => void) | null;
  redo: (() => void) | null;
}

interface Stroke {
  cells: ReadonlySet<number>;
  last: number;
}

/** Painting and all other edits of a scheme, each of which can be taken back. */
export function useSchemeEditor(scheme: RfmScheme, onChange: (scheme: RfmScheme) => void): SchemeEditor {
  const [history, setHistory] = useState<EditHistory<RfmScheme>>(noHistory);
  const [chosen, choose] = useState<number | null>(null);
  const [stroke, setStroke] = useState<Stroke | null>(null);
  // A stroke ends in the event after the one that drew its last cell, maybe before it is drawn anew.
  const drawn = useRef<Stroke | null>(null);
  const stretched = useRef<{ from: RfmScheme; to: RfmScheme } | null>(null);
  const claims = useMemo(() => claimsOf(scheme), [scheme]);
  const brush = chosen !== null && chosen < scheme.groups.length ? chosen : null;
  const settled = useMemo(() => claims.map(([first]) => first ?? noGroup), [claims]);
  const painted = (cells: ReadonlySet<number>) =>
    settled.map((group, cell) => (cells.has(cell) ? (brush ?? group) : group));

  const apply = (next: RfmScheme) => {
    if (isSameScheme(next, scheme)) return;
    setHistory(recorded(history, scheme));
    onChange(next);
  };
  const step = (to: ReturnType<typeof undone<RfmScheme>>) =>
    to === null
      ? null
      : () => {
          setHistory(to.history);
          onChange(to.state);
        };
  const keep = (next: Stroke | null) => {
    drawn.current = next;
    setStroke(next);
  };
  const applyCells = (cells: ReadonlySet<number>) => {
    const next = painted(cells);
    if (next.some((group, cell) => group !== settled[cell])) apply(withCells(scheme, next));
  };

  return {
    scheme,
    cells: stroke === null ? settled : painted(stroke.cells),
    claims,
    hasOverlaps: claims.some((groups) => groups.length > 1),
    brush,
    choose,
    apply,
    paint: (cell) => {
      const before = drawn.current;
      const way = before === null ? [cell] : lineBetween(before.last, cell, scheme);
      keep({ cells: new Set([...(before?.cells ?? []), ...way]), last: cell });
    },
    endStroke: (isKept) => {
      const done = drawn.current;
      keep(null);
      if (isKept && done !== null) applyCells(done.cells);
    },
    dab: (cell) => applyCells(new Set([cell])),
    rescale: (scores) => {
      // Down and up again gives back what was painted before.
      const before = stretched.current;
      const from = before !== null && isSameScheme(before.to, scheme) ? before.from : scheme;
      const to = withScores(from, scores);
      stretched.current = { from, to };
      apply(to);
    },
    add: (name) => {
      apply(withGroup(scheme, name));
      choose(scheme.groups.length);
    },
    remove: (group) => {
      apply(withoutGroup(scheme, group));
      if (brush !== null && brush >= group) choose(brush === group ? null : brush - 1);
    },
    move: (group, by) => {
      apply(withMoved(scheme, group, by));
      if (brush === group) choose(group + by);
      else if (brush === group + by) choose(group);
    },
    undo: step(undone(history, scheme)),
    redo: step(redone(history, scheme)),
  };
}
