import { type FigureContext, namedMark, qualityTable, qualityTableFigure } from '@clientele/charts';
import type { KChoice } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureMenu } from '../../../components/FigureMenu.tsx';
import { HelpButton } from '../../../components/HelpButton.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { downloadTable } from '../../../lib/download.ts';
import classes from './QualityTable.module.css';

export interface QualityTableProps {
  choice: KChoice;
  /** True while the slow measures are on their way. */
  isAwaiting: boolean;
  picked: number;
  context: FigureContext;
  onPick: (k: number) => void;
}

/** Every measure for every k; a row picks its k. Columns of measures on their way stand empty. */
export function QualityTable({ choice, isAwaiting, picked, context, onPick }: QualityTableProps) {
  const { text } = context;
  const figure = useMemo(() => qualityTableFigure({ choice, isAwaiting }, context), [choice, isAwaiting, context]);
  if (choice.candidates.length === 0) return null;
  const { id, title, subtitle, table } = figure;
  const ks = table.rows.map((row) => Number(row.k?.value));
  return (
    <section
      className={classes.table}
      style={{ '--measures': table.columns.length - 1 } as React.CSSProperties}
      aria-label={title}
    >
      <div className={classes.head}>
        <p>{subtitle}</p>
        <div className={classes.actions}>
          <HelpButton of={title} help={text(qualityTable.help)} />
          <FigureMenu title={title} isTable onCsv={() => downloadTable(id, table)} />
        </div>
      </div>
      <StatTable
        table={table}
        label={title}
        strongRow={ks.indexOf(picked)}
        cell={(key, row, written) => {
          if (key !== 'k')
            return written.startsWith(namedMark) ? (
              <strong className={classes.named}>
                <span aria-hidden="true">{namedMark}</span>
                {written.slice(namedMark.length)}
                <span className="hidden-visually"> {text('lab.argue.named')}</span>
              </strong>
            ) : undefined;
          return (
            <button
              type="button"
              className={classes.pick}
              aria-label={text('lab.k.keepIt', { k: String(ks[row]) })}
              aria-pressed={ks[row] === picked}
              onClick={() => onPick(ks[row] ?? picked)}
            >
              {written}
            </button>
          );
        }}
      />
    </section>
  );
}
