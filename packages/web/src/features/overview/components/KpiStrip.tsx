import type { KpiTile } from '@clientele/charts';
import { useStale } from '../../../lib/use-stale.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './KpiStrip.module.css';
import { Sparkline } from './Sparkline.tsx';

const arrows = { up: '▲', down: '▼', same: '' } as const;
const words = { up: 'common.up', down: 'common.down' } as const;

function Change({ change }: { change: NonNullable<KpiTile['change']> }) {
  const text = useText();
  const { direction, isBetter } = change;
  return (
    <span className={classes.change} data-better={isBetter === null ? undefined : isBetter ? 'yes' : 'no'}>
      <span aria-hidden="true">{arrows[direction]}</span>
      {direction !== 'same' && <span className="hidden-visually">{text(words[direction])}</span>} {change.text}
    </span>
  );
}

/** The measures of the whole in a strip, each with its change; the lesser ones in a line below. */
export function KpiStrip({ tiles, isStale }: { tiles: readonly KpiTile[]; isStale: boolean }) {
  const major = tiles.filter(({ isMinor }) => !isMinor);
  const minor = tiles.filter(({ isMinor }) => isMinor);
  const state = useStale(isStale);
  return (
    <>
      <dl className={classes.strip} {...state} style={{ '--tiles': major.length } as React.CSSProperties}>
        {major.map(({ id, label, value, note, change, series }) => (
          <div key={id} className={classes.tile}>
            <dt>{label}</dt>
            <dd>
              <span className={classes.value}>
                {value}
                {note !== null && <small>{note}</small>}
              </span>
              {change !== null && <Change change={change} />}
            </dd>
            {series.length > 2 && <Sparkline values={series} />}
          </div>
        ))}
      </dl>
      {minor.length > 0 && (
        <dl className={classes.minor} {...state}>
          {minor.map(({ id, label, value, note, change }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                <strong>{value}</strong>
                {note !== null && <small>{note}</small>}
                {change !== null && <Change change={change} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
