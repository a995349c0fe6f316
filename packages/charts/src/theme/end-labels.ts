/** Where labels beside the ends of lines stand so that none covers another: as near to their own heights (pixels from the top) as there is room. */
export function endLabelPlaces(wanted: readonly number[], spacing: number, height: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((left, right) => left.y - right.y);
  const step = Math.min(spacing, height / Math.max(1, order.length - 1 || 1));
  let free = 0;
  for (const entry of order) {
    entry.y = Math.max(entry.y, free);
    free = entry.y + step;
  }
  let limit = height;
  for (const entry of order.toReversed()) {
    entry.y = Math.max(0, Math.min(entry.y, limit));
    limit = entry.y - step;
  }
  const places = wanted.map(() => 0);
  for (const { y, index } of order) places[index] = y;
  return places;
}
