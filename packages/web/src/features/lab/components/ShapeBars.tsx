const width = 42;
const height = 14;

/** The shape of a feature as small bars. */
export function ShapeBars({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  const step = width / Math.max(1, counts.length);
  const path = counts
    .map((count, index) => {
      const size = count === 0 ? 0 : Math.max(1, (count / most) * height);
      return `M${(index * step).toFixed(2)} ${height}v${(-size).toFixed(2)}h${(step - 0.9).toFixed(2)}v${size.toFixed(2)}z`;
    })
    .join('');
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fill="var(--quiet)" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
