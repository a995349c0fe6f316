import type { RfmBox, RfmScheme } from '@clientele/contracts';
import { layersOf, type RfmShape } from './rfm-cells.ts';

/** The cells of one group as few boxes that do not overlap: from each cell not yet in one as far across, then along R, then along M. */
export function boxesOf(cells: readonly number[], group: number, shape: RfmShape): RfmBox[] {
  const { scores } = shape;
  const layers = layersOf(shape);
  const taken = new Set<number>();
  const at = (layer: number, r: number, across: number) => (layer * scores + r) * scores + across;
  const isFree = (cell: number) => cells[cell] === group && !taken.has(cell);
  const run = (from: number, to: number, isRight: (score: number) => boolean) => {
    let last = from;
    while (last + 1 < to && isRight(last + 1)) last++;
    return last;
  };
  const every = (from: number, to: number, isRight: (score: number) => boolean) => {
    for (let score = from; score <= to; score++) if (!isRight(score)) return false;
    return true;
  };
  const boxes: RfmBox[] = [];
  for (let layer = 0; layer < layers; layer++)
    for (let r = 0; r < scores; r++)
      for (let across = 0; across < scores; across++) {
        if (!isFree(at(layer, r, across))) continue;
        const acrossEnd = run(across, scores, (x) => isFree(at(layer, r, x)));
        const rowFree = (l: number, y: number) => every(across, acrossEnd, (x) => isFree(at(l, y, x)));
        const rEnd = run(r, scores, (y) => rowFree(layer, y));
        const layerEnd = run(layer, layers, (l) => every(r, rEnd, (y) => rowFree(l, y)));
        for (let l = layer; l <= layerEnd; l++)
          for (let y = r; y <= rEnd; y++) for (let x = across; x <= acrossEnd; x++) taken.add(at(l, y, x));
        const wide: [number, number] = [across + 1, acrossEnd + 1];
        const high: [number, number] = [r + 1, rEnd + 1];
        boxes.push(shape.axes === 'r-fm' ? { r: high, fm: wide } : { r: high, f: wide, m: [layer + 1, layerEnd + 1] });
      }
  return boxes;
}

/** The scheme whose groups have exactly these cells; nothing overlaps in it, so the order of its groups decides nothing. */
export const withCells = (scheme: RfmScheme, cells: readonly number[]): RfmScheme => ({
  ...scheme,
  groups: scheme.groups.map(({ name }, group) => ({ name, boxes: boxesOf(cells, group, scheme) })),
});
