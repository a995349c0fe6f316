/** A place in pixels or in the units of a map. */
export type Corner = [number, number];

/** How far a place is from the line between two others, squared. */
function distanceSquared([x, y]: Corner, [fromX, fromY]: Corner, [toX, toY]: Corner): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return (x - fromX - along * dx) ** 2 + (y - fromY - along * dy) ** 2;
}

/** The corners of a line without which it moves by at most `tolerance` (Douglas and Peucker 1973); both ends stay. */
export function simplifyLine(line: readonly Corner[], tolerance: number): Corner[] {
  const isKept = line.map((_, at) => at === 0 || at === line.length - 1);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part;
    const [start, end] = [line[from], line[to]];
    if (start === undefined || end === undefined) continue;
    let [farthest, most] = [-1, tolerance * tolerance];
    for (let at = from + 1; at < to; at += 1) {
      const away = distanceSquared(line[at] ?? start, start, end);
      if (away > most) [farthest, most] = [at, away];
    }
    if (farthest < 0) continue;
    isKept[farthest] = true;
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => isKept[at]);
}
