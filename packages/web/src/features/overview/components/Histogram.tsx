const width = 88;
const height = 18;

/** The shape of a feature in a row of a table. */
export function Histogram({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  const step = width / Math.max(1, counts.length);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="var(--quiet)"
      aria-hidden="true"
      style={{ verticalAlign: 'middle' }}
    >
      {counts.map((count, index) => {
        const size = count === 0 ? 0 : Math.max(1, (count / most) * height);
        // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other identity than their place
        return <rect key={index} x={index * step} y={height - size} width={Math.max(1, step - 1)} height={size} />;
      })}
    </svg>
  );
}
