import type { Ledger, LedgerEntry, RuleId, RuleText, Totals } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { ledgerBalance, ledgerFinding } from '../findings/ledger-finding.ts';
import { withUnit } from '../format/money-scale.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';

export interface LedgerInput {
  ledger: Ledger;
  /** The file's name, under "Lines read". */
  source?: string;
  /** Other words for the rules; left out, those of the reader's language. */
  labels?: Partial<Record<RuleId, Pick<RuleText, 'label' | 'meaning'>>>;
}

/** A row of the waterfall. `from` and `to` are where its bar begins and ends, as shares of the lines read. */
export interface LedgerRow {
  kind: 'read' | 'removed' | 'off' | 'kept';
  rule: RuleId | null;
  label: string;
  meaning: string;
  from: number;
  to: number;
  /** Lines left after it, as written beside the bar; in brackets where the rule is off. */
  left: string;
  lines: string;
  customers: string;
  revenue: string;
}

/** The ledger as a figure: its rows carry the bars, the app draws them beside the switches. */
export interface LedgerFigure extends Figure {
  rows: LedgerRow[];
  /** The account closed, in a sentence, and whether it does close. */
  balance: { text: string; balances: boolean };
}

/** The account of cleaning as a waterfall. */
export function ledgerFigure({ ledger, source, labels = {} }: LedgerInput, context: FigureContext): LedgerFigure {
  const { formats, text: say } = context;
  const { read, kept } = ledger;
  // The sign of the currency stands in the head.
  const amount = (value: number) => formats.fixed(value, 2);
  const part = (rows: number) => (read.rows === 0 ? 0 : rows / read.rows);
  const words = (rule: RuleId) =>
    labels[rule] ?? { label: say(`rule.${rule}.label`), meaning: say(`rule.${rule}.meaning`) };
  const removedText = (value: number, text: (value: number) => string) => (value === 0 ? text(0) : text(-value));
  const plus = (value: number) => (value < 0 ? `+${amount(-value)}` : removedText(value, amount));
  const whole = (kind: 'read' | 'kept', label: string, meaning: string, totals: Totals): LedgerRow => ({
    kind,
    rule: null,
    label,
    meaning,
    from: 0,
    to: part(totals.rows),
    left: formats.count(totals.rows),
    lines: formats.count(totals.rows),
    customers: formats.count(totals.customers),
    revenue: amount(totals.revenue),
  });
  const removal = (entry: LedgerEntry, kind: 'removed' | 'off'): LedgerRow => {
    const bracket = (text: string) => (kind === 'off' ? `(${text})` : text);
    return {
      kind,
      rule: entry.rule,
      label: words(entry.rule).label,
      meaning: words(entry.rule).meaning,
      from: part(entry.left.rows),
      to: part(entry.left.rows + entry.rows),
      left: bracket(formats.count(entry.left.rows)),
      lines: bracket(removedText(entry.rows, formats.count)),
      customers: bracket(removedText(entry.customers, formats.count)),
      revenue: bracket(plus(entry.revenue)),
    };
  };
  const steps = [
    ...ledger.entries.map((entry) => ({ entry, kind: 'removed' as const })),
    ...ledger.off.map((entry) => ({ entry, kind: 'off' as const })),
  ];
  const tableRow = (row: LedgerRow, totals: Totals, sign: 1 | -1) => ({
    rule: cell(row.label),
    state: cell(row.kind === 'off' ? say('ledger.off') : row.kind === 'removed' ? say('ledger.on') : ''),
    lines: cell(sign * totals.rows || 0, row.lines),
    customers: cell(sign * totals.customers || 0, row.customers),
    orders: cell(sign * totals.orders || 0, formats.count(sign * totals.orders || 0)),
    revenue: cell(sign * totals.revenue || 0, row.revenue),
  });
  const first = whole('read', say('ledger.read'), source ?? '', read);
  const last = whole('kept', say('ledger.kept'), '', kept);
  const middle = steps.map(({ entry, kind }) => ({ entry, row: removal(entry, kind) }));

  return {
    id: 'ledger',
    title: ledgerFinding(ledger, context),
    subtitle: say('ledger.subtitle'),
    option: null,
    renderer: 'svg',
    height: 44 * (steps.length + 2) + 28,
    rows: [first, ...middle.map(({ row }) => row), last],
    balance: ledgerBalance(ledger, context),
    table: {
      columns: [
        textColumn('rule', say('ledger.rule')),
        textColumn('state', say('ledger.state')),
        numberColumn('lines', say('ledger.lines')),
        numberColumn('customers', say('common.customers')),
        numberColumn('orders', say('common.orders')),
        numberColumn('revenue', withUnit(say('common.revenue'), formats.currencySign)),
      ],
      rows: [
        tableRow(first, read, 1),
        ...middle.map(({ entry, row }) => tableRow(row, entry, -1)),
        tableRow(last, kept, 1),
      ],
    },
  };
}
