/** One part of the customers: how many, and what they bring together. */
interface Part {
  size: number;
  revenue: number;
}

/**
 * The share of the concentration of revenue over customers that lies between segments, 0 to 1: the Gini coefficient with every customer given
 * their segment's mean, over that of the customers themselves (the common mean cancels out). Rows of label -1 and rows whose revenue is not known
 * count for neither. Undefined where no two customers differ. Cost n log n.
 */
export function revenueApart(revenue: Float64Array, labels: Int32Array, segments: number): number | undefined {
  const parts: Part[] = Array.from({ length: segments }, () => ({ size: 0, revenue: 0 }));
  const known = revenue.filter((value, row) => {
    const part = parts[labels[row] ?? -1];
    if (part === undefined || !Number.isFinite(value)) return false;
    part.size++;
    part.revenue += value;
    return true;
  });
  const all = spread(Array.from(known.sort(), (value) => ({ size: 1, revenue: value })));
  const filled = parts.filter(({ size }) => size > 0).sort((a, b) => a.revenue / a.size - b.revenue / b.size);
  return all > 0 ? Math.min(1, Math.max(0, spread(filled) / all)) : undefined;
}

/** The sum over all pairs of customers of their difference, each customer having the mean of their part; parts ascending by it. */
function spread(parts: readonly Part[]): number {
  const count = parts.reduce((sum, { size }) => sum + size, 0);
  let sum = 0;
  let before = 0;
  for (const { size, revenue } of parts) {
    sum += revenue * (2 * before + size - count);
    before += size;
  }
  return sum;
}
