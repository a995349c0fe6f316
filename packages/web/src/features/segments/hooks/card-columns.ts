/** How many cards stand side by side: few gaps in the last row, and no card too narrow. */
export function cardColumns(cards: number): number {
  if (cards <= 5) return Math.max(1, cards);
  const gapsOf = (columns: number) => (columns - (cards % columns)) % columns;
  return [5, 4, 3].reduce((best, columns) => (gapsOf(columns) < gapsOf(best) ? columns : best));
}
