const width = 68;
const height = 24;
const inset = 3;

const mostPoints = 30;

/** So few points that a line can show them: means of equal runs of months. */
function condensed(values: readonly number[]): readonly number[] {
  const run = Math.ceil(values.length / mostPoints);
  if (run <= 1) return values;
  const runs = Array.from({ length: Math.ceil(values.length / run) }, (_, at) =>
    values.slice(at * run, (at + 1) * run),
  );
  return runs.map((part) => part.reduce((sum, value) => sum + value, 0) / part.length);
}

/** The course of a measure by month, without axes; its numbers stand in the figures below. */
export function Sparkline({ values: months }: { values: readonly number[] }) {
  const values = condensed(months);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, index) => ({
    x: inset + (index * (width - 2 * inset)) / Math.max(1, values.length - 1),
    y: height - inset - ((value - low) / span) * (height - 2 * inset),
  }));
  const last = points.at(-1);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fill="none" aria-hidden="true">
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        stroke="var(--measure)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last !== undefined && <circle cx={last.x} cy={last.y} r="2.5" fill="var(--measure)" />}
    </svg>
  );
}
