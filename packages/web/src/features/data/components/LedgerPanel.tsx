import { type LedgerRow, ledgerFigure } from '@clientele/charts';
import { defaultRules, type Ledger, type RuleId, type Rules } from '@clientele/contracts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { FigureMenu } from '../../../components/FigureMenu.tsx';
import { downloadTable } from '../../../lib/download.ts';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useText } from '../../../lib/use-text.ts';
import { LedgerLine } from './LedgerLine.tsx';
import classes from './LedgerPanel.module.css';

export interface LedgerPanelProps {
  ledger: Ledger;
  /** As asked for; the ledger follows. */
  rules: Rules;
  sourceName: string;
  currency: string | null;
  onRules: (rules: Rules) => void;
}

/** The cleaning ledger as a waterfall; each rule is a switch. */
export function LedgerPanel({ ledger, rules, sourceName, currency, onRules }: LedgerPanelProps) {
  const [showsIdle, setShowsIdle] = useState(false);
  const text = useText();
  const figure = ledgerFigure(
    { ledger, source: sourceName },
    { formats: formatsFor(currency), text, segmentNames: [] },
  );
  const { rows, balance, table } = figure;
  const found = new Map([...ledger.entries, ...ledger.off].map((entry) => [entry.rule, entry.rows]));
  // A switch that was flipped stays in sight, though its rule finds nothing more.
  const isIdle = ({ rule }: LedgerRow) => rule !== null && found.get(rule) === 0 && rules[rule] === defaultRules[rule];
  const idle = rows.filter(isIdle).length;
  const flip = (rule: RuleId) => onRules({ ...rules, [rule]: !rules[rule] });

  return (
    <FigureFrame
      title={figure.title}
      subtitle={figure.subtitle}
      actions={<FigureMenu title={text('ledger.menu')} isTable onCsv={() => downloadTable('cleaning-ledger', table)} />}
    >
      <table className={classes.ledger} aria-label={text('ledger.table')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">{text('ledger.switch')}</span>
            </th>
            <th scope="col">{text('ledger.rule')}</th>
            <th scope="col" className={classes.fall}>
              {text('ledger.left')}
            </th>
            {table.columns
              .filter(({ key }) => key === 'lines' || key === 'customers' || key === 'revenue')
              .map(({ key, label }) => (
                <th key={key} scope="col" className="numeric">
                  {label}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((row) => showsIdle || !isIdle(row))
            .map((row) => (
              <LedgerLine
                key={row.rule ?? row.kind}
                row={row}
                isOn={row.rule !== null && rules[row.rule]}
                onFlip={flip}
              />
            ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <p data-broken={!balance.balances || undefined}>
          {balance.balances ? (
            <IconCircleCheck size={16} stroke={1.7} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          )}
          {balance.text}
        </p>
        {idle > 0 && (
          <button
            type="button"
            className="text-link"
            aria-expanded={showsIdle}
            onClick={() => setShowsIdle(!showsIdle)}
          >
            {showsIdle ? text('ledger.hideIdle') : text('ledger.showIdle', { n: idle })}
          </button>
        )}
      </div>
    </FigureFrame>
  );
}
