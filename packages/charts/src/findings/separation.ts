/**
 * Eta squared: the share of a feature's variance that lies between the segments, 0 to 1 (Fisher 1925). Values on the scale on which they are drawn;
 * null below two segments or without variance.
 */
export function etaSquared(values: readonly (number | null)[], segments: readonly number[]): number | null {
  const groups = new Map<number, { sum: number; count: number }>();
  let sum = 0;
  let count = 0;
  values.forEach((value, index) => {
    const segment = segments[index] ?? -1;
    if (value === null || segment < 0) return;
    const group = groups.get(segment) ?? { sum: 0, count: 0 };
    group.sum += value;
    group.count += 1;
    groups.set(segment, group);
    sum += value;
    count += 1;
  });
  if (groups.size < 2) return null;
  const mean = sum / count;
  let total = 0;
  values.forEach((value, index) => {
    if (value !== null && (segments[index] ?? -1) >= 0) total += (value - mean) ** 2;
  });
  if (total === 0) return null;
  let between = 0;
  for (const group of groups.values()) between += group.count * (group.sum / group.count - mean) ** 2;
  return between / total;
}
