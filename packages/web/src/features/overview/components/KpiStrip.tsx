import type { KpiTile } from '../hooks/kpi-tiles.ts';
import classes from './KpiStrip.module.css';
import { Sparkline } from './Sparkline.tsx';

const arrows = { up: '▲', down: '▼', same: '' } as const;
const words = { up: 'up', down: 'down', same: '' } as const;

/** The measures of the whole in one strip, each with its change. */
export function KpiStrip({ tiles, isStale }: { tiles: readonly KpiTile[]; isStale: boolean }) {
  return (
    <dl
      className={classes.strip}
      data-stale={isStale || undefined}
      aria-busy={isStale}
      style={{ '--tiles': tiles.length } as React.CSSProperties}
    >
      {tiles.map(({ id, label, value, note, change, series }) => (
        <div key={id} className={classes.tile}>
          <dt>{label}</dt>
          <dd>
            <span className={classes.value}>
              {value}
              {note !== null && <small>{note}</small>}
            </span>
            {change !== null && (
              <span
                className={classes.change}
                data-better={change.isBetter === null ? undefined : change.isBetter ? 'yes' : 'no'}
              >
                <span aria-hidden="true">{arrows[change.direction]}</span>
                <span className="hidden-visually">{words[change.direction]}</span> {change.text}
              </span>
            )}
          </dd>
          {series.length > 2 && <Sparkline values={series} />}
        </div>
      ))}
    </dl>
  );
}
