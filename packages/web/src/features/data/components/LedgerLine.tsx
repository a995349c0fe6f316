import type { LedgerRow } from '@clientele/charts';
import type { RuleId } from '@clientele/contracts';
import { Switch } from '../../../components/Switch.tsx';
import { useText } from '../../../lib/use-text.ts';
import classes from './LedgerPanel.module.css';

const labelInside = 0.3;
const percent = (share: number) => `${100 * share}%`;

interface LedgerLineProps {
  row: LedgerRow;
  /** As asked for; the row is as the ledger was made. */
  isOn: boolean;
  onFlip: (rule: RuleId) => void;
}

/** One line of the waterfall: all that was read or kept, or a rule with its switch and where what it takes lies in the fall. */
export function LedgerLine({ row, isOn, onFlip }: LedgerLineProps) {
  const text = useText();
  const { kind, rule, label, meaning } = row;
  return (
    <tr data-off={kind === 'off' || undefined} data-result={kind === 'kept' || undefined}>
      <td>
        {rule !== null && (
          <Switch isOn={isOn} onFlip={() => onFlip(rule)} label={text('ledger.remove', { rule: label })} />
        )}
      </td>
      <th scope="row">
        {label}
        {meaning !== '' && <span>{meaning}</span>}
      </th>
      <td className={classes.fall}>
        <div className={classes.track}>{rule === null ? <Whole row={row} /> : <Part row={row} />}</div>
      </td>
      <td className="numeric">{row.lines}</td>
      <td className="numeric">{row.customers}</td>
      <td className="numeric">{row.revenue}</td>
    </tr>
  );
}

function Whole({ row: { kind, to } }: { row: LedgerRow }) {
  return (
    <>
      <div className={classes.bar} data-total style={{ left: 0, width: percent(to) }} />
      {kind === 'read' && <div className={classes.drop} data-part="down" style={{ left: percent(to) }} />}
    </>
  );
}

function Part({ row: { kind, from, to, left } }: { row: LedgerRow }) {
  return (
    <>
      <div className={classes.drop} data-part={kind === 'off' ? 'through' : 'up'} style={{ left: percent(to) }} />
      <div className={classes.bar} style={{ left: percent(from), width: `max(2px, ${percent(to - from)})` }} />
      {kind === 'removed' && <div className={classes.drop} data-part="down" style={{ left: percent(from) }} />}
      <span
        className={classes.left}
        style={
          from < labelInside ? { left: `calc(${percent(to)} + 8px)` } : { right: `calc(${percent(1 - from)} + 8px)` }
        }
      >
        {left}
      </span>
    </>
  );
}
