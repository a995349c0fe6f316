import type { ReportFigure } from '../report.ts';

/** Figures in rows: two halves beside each other; a half without a neighbour takes the whole width. */
export function figurePairs(figures: readonly ReportFigure[]): ReportFigure[][] {
  const rows: ReportFigure[][] = [];
  for (let at = 0; at < figures.length; at += 1) {
    const [item, next] = [figures[at], figures[at + 1]];
    if (item === undefined) continue;
    if (item.width === 'half' && next?.width === 'half') {
      rows.push([item, next]);
      at += 1;
    } else rows.push([{ ...item, width: 'full' }]);
  }
  return rows;
}
