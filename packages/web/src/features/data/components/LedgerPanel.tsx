import { type FigureTable, type Formats, figureCsv } from '@clientele/charts';
import { type Ledger, type LedgerEntry, type RuleId, type Rules, ruleTexts } from '@clientele/contracts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { FigureMenu } from '../../../components/FigureMenu.tsx';
import { countWordFirst } from '../../../lib/count-word.ts';
import { download } from '../../../lib/download.ts';
import classes from './LedgerPanel.module.css';
import { LedgerRow, TotalRow } from './LedgerRow.tsx';
import { ledgerBalance } from './ledger-balance.ts';

export interface LedgerPanelProps {
  ledger: Ledger;
  /** As asked for; the ledger follows. */
  rules: Rules;
  sourceName: string;
  formats: Formats;
  onRules: (rules: Rules) => void;
}

function ledgerTable({ read, entries, off, kept }: Ledger, formats: Formats): FigureTable {
  const line = (
    label: string,
    state: string,
    { rows, customers, orders, revenue }: Omit<LedgerEntry, 'rule' | 'left'>,
  ) => ({
    rule: { text: label, value: label },
    state: { text: state, value: state },
    rows: { text: formats.count(rows), value: rows },
    customers: { text: formats.count(customers), value: customers },
    orders: { text: formats.count(orders), value: orders },
    revenue: { text: formats.moneyExact(revenue), value: revenue },
  });
  const columns = [
    { key: 'rule', label: 'Rule', align: 'left' as const },
    { key: 'state', label: 'State', align: 'left' as const },
    ...['Lines', 'Customers', 'Orders', 'Revenue'].map((label) => ({
      key: label === 'Lines' ? 'rows' : label.toLowerCase(),
      label,
      align: 'right' as const,
    })),
  ];
  return {
    columns,
    rows: [
      line('Lines read', '', read),
      ...entries.map((entry) => line(ruleTexts[entry.rule].label, 'on', entry)),
      ...off.map((entry) => line(ruleTexts[entry.rule].label, 'off', entry)),
      line('Lines kept', '', kept),
    ],
  };
}

/** The cleaning ledger as a waterfall; each rule is a switch. */
export function LedgerPanel({ ledger, rules, sourceName, formats, onRules }: LedgerPanelProps) {
  const [showsIdle, setShowsIdle] = useState(false);
  const { read, entries, off, kept } = ledger;
  const working = entries.filter(({ rows }) => rows > 0);
  const removed = read.rows - kept.rows;
  const balance = ledgerBalance(ledger, formats);
  const title =
    removed === 0
      ? `Every line stays: ${formats.count(kept.rows)}`
      : `${countWordFirst(working.length)} ${working.length === 1 ? 'rule removes' : 'rules remove'} ${formats.count(removed)} lines; ${formats.count(kept.rows)} stay`;
  const isIdle = ({ rows }: LedgerEntry) => rows === 0;
  const idle = entries.filter(isIdle).length + off.filter(isIdle).length;
  const shownOn = showsIdle ? entries : working;
  const shownOff = showsIdle ? off : off.filter((entry) => !isIdle(entry));
  const flip = (rule: RuleId) => onRules({ ...rules, [rule]: !rules[rule] });

  return (
    <FigureFrame
      title={title}
      subtitle="Cleaning ledger: each rule in order, with what it takes out of lines, customers and revenue"
      actions={
        <FigureMenu
          title="the cleaning ledger"
          isTable
          onCsv={() =>
            download(
              'cleaning-ledger.csv',
              new Blob(['\uFEFF', figureCsv(ledgerTable(ledger, formats))], { type: 'text/csv' }),
            )
          }
        />
      }
    >
      <table className={classes.ledger} aria-label="Cleaning ledger">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-visually">On</span>
            </th>
            <th scope="col">Rule</th>
            <th scope="col" className={classes.fall}>
              Lines left
            </th>
            <th scope="col" className="numeric">
              Lines
            </th>
            <th scope="col" className="numeric">
              Customers
            </th>
            <th scope="col" className="numeric">
              Revenue{formats.currencySign === '' ? '' : `, ${formats.currencySign}`}
            </th>
          </tr>
        </thead>
        <tbody>
          <TotalRow label="Lines read" detail={sourceName} totals={read} all={read.rows} formats={formats} />
          {shownOn.map((entry) => (
            <LedgerRow
              key={entry.rule}
              entry={entry}
              isOn={rules[entry.rule]}
              isApplied
              all={read.rows}
              formats={formats}
              onFlip={flip}
            />
          ))}
          {shownOff.map((entry) => (
            <LedgerRow
              key={entry.rule}
              entry={entry}
              isOn={rules[entry.rule]}
              isApplied={false}
              all={read.rows}
              formats={formats}
              onFlip={flip}
            />
          ))}
          <TotalRow label="Lines kept" totals={kept} all={read.rows} formats={formats} isResult />
        </tbody>
      </table>
      <div className={classes.foot}>
        <p data-broken={!balance.isClosed || undefined}>
          {balance.isClosed ? (
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
            {showsIdle
              ? 'Hide the rules that find nothing'
              : `Show ${idle} more ${idle === 1 ? 'rule that finds' : 'rules that find'} nothing`}
          </button>
        )}
      </div>
    </FigureFrame>
  );
}
