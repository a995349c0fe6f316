import type { Formats } from '@clientele/charts';
import { type LedgerEntry, type RuleId, ruleTexts, type Totals } from '@clientele/contracts';
import { Switch } from '../../../components/Switch.tsx';
import classes from './LedgerPanel.module.css';

const percent = (part: number, all: number) => (all === 0 ? 0 : (100 * part) / all);
const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
const labelInside = 30;

interface TotalRowProps {
  label: string;
  detail?: string;
  totals: Totals;
  all: number;
  formats: Formats;
  isResult?: boolean;
}

/** First and last row: all that was read, all that is kept. */
export function TotalRow({ label, detail, totals, all, formats, isResult = false }: TotalRowProps) {
  const width = percent(totals.rows, all);
  return (
    <tr data-result={isResult || undefined}>
      <td />
      <th scope="row">
        {label}
        {detail !== undefined && <span>{detail}</span>}
      </th>
      <td className={classes.fall}>
        <div className={classes.track}>
          <div className={classes.bar} data-total style={{ left: 0, width: `${width}%` }} />
          {!isResult && <div className={classes.drop} data-part="down" style={{ left: `${width}%` }} />}
        </div>
      </td>
      <td className="numeric">{formats.count(totals.rows)}</td>
      <td className="numeric">{formats.count(totals.customers)}</td>
      <td className="numeric">{plainMoney(totals.revenue, formats)}</td>
    </tr>
  );
}

interface LedgerRowProps {
  entry: LedgerEntry;
  /** As asked for. */
  isOn: boolean;
  /** As the ledger was made: an entry of `off` is what the rule would remove. */
  isApplied: boolean;
  all: number;
  formats: Formats;
  onFlip: (rule: RuleId) => void;
}

const plainMoney = (value: number, { moneyExact, currencySign }: Formats) =>
  moneyExact(value).replace(currencySign, '').trim();

/** One rule: its switch, what it takes away, and where that lies in the fall of the lines. */
export function LedgerRow({ entry, isOn, isApplied, all, formats, onFlip }: LedgerRowProps) {
  const { rule, rows, customers, revenue, left } = entry;
  const { label, meaning } = ruleTexts[rule];
  const from = percent(left.rows, all);
  const to = percent(left.rows + rows, all);
  const wrap = (text: string) => (isApplied ? text : `(${text})`);
  const count = (value: number) => wrap(formats.count(value === 0 ? 0 : -value));
  return (
    <tr data-off={!isApplied || undefined}>
      <td>
        <Switch isOn={isOn} onFlip={() => onFlip(rule)} label={`${label}: remove these lines`} />
      </td>
      <th scope="row">
        {label}
        <span>{meaning}</span>
      </th>
      <td className={classes.fall}>
        <div className={classes.track}>
          <div className={classes.drop} data-part={isApplied ? 'up' : 'through'} style={{ left: `${to}%` }} />
          <div className={classes.bar} style={{ left: `${from}%`, width: `max(2px, ${to - from}%)` }} />
          {isApplied && <div className={classes.drop} data-part="down" style={{ left: `${from}%` }} />}
          <span
            className={classes.left}
            style={from < labelInside ? { left: `calc(${to}% + 8px)` } : { right: `calc(${100 - from}% + 8px)` }}
          >
            {wrap(formats.count(left.rows))}
          </span>
        </div>
      </td>
      <td className="numeric">{count(rows)}</td>
      <td className="numeric">{count(customers)}</td>
      <td className="numeric">{wrap(signed(plainMoney(revenue === 0 ? 0 : -revenue, formats), -revenue))}</td>
    </tr>
  );
}
