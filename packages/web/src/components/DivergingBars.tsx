import classes from './DivergingBars.module.css';

export interface DivergingRow {
  id: string;
  label: string;
  /** Beside the label: the value itself, say. */
  detail?: string;
  value: number;
  text: string;
}

/** Small bars to both sides of zero, each with its name and its number, as a list. */
export function DivergingBars({ rows, label }: { rows: readonly DivergingRow[]; label: string }) {
  const most = Math.max(0, ...rows.map(({ value }) => Math.abs(value))) || 1;
  const hasNegative = rows.some(({ value }) => value < 0);
  const hasPositive = rows.some(({ value }) => value > 0);
  const half = hasNegative && hasPositive ? 50 : 100;
  const zero = hasNegative ? (hasPositive ? 50 : 100) : 0;
  return (
    <ul className={classes.bars} aria-label={label}>
      {rows.map(({ id, label: name, detail, value, text }) => {
        const width = (Math.abs(value) / most) * half;
        return (
          <li key={id}>
            <span className={classes.name}>
              {name}
              {detail !== undefined && <small>{detail}</small>}
            </span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.zero} style={{ left: `${zero}%` }} />
              <span
                className={classes.bar}
                data-negative={value < 0 || undefined}
                style={{ left: `${value < 0 ? zero - width : zero}%`, width: `${width}%` }}
              />
            </span>
            <span className={classes.number}>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
