import { type FigureContext, qualityTable } from '@clientele/charts';
import type { KChoice } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureMenu } from '../../../components/FigureMenu.tsx';
import { HelpButton } from '../../../components/HelpButton.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { downloadTable } from '../../../lib/download.ts';
import { useFigureSetting } from '../../../lib/use-formats.ts';
import classes from './QualityTable.module.css';

export interface QualityTableProps {
  choice: KChoice;
  picked: number;
  context: FigureContext;
  onPick: (k: number) => void;
}

/** Every measure for every k; a row picks its k. */
export function QualityTable({ choice, picked, context, onPick }: QualityTableProps) {
  const { text } = context;
  const setting = useFigureSetting();
  const figure = useMemo(
    () => qualityTable.make({ kChoice: choice }, { ...setting, ...context, choices: {} }),
    [choice, setting, context],
  );
  if (figure === null) return null;
  const { id, title, subtitle, table } = figure;
  const ks = table.rows.map((row) => Number(row.k?.value));
  return (
    <section className={classes.table} aria-label={title}>
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
        hiddenColumns={table.columns.some(({ key }) => key === 'bic') ? ['inertia'] : undefined}
        cell={(key, row, written) =>
          key === 'k' ? (
            <button
              type="button"
              className={classes.pick}
              aria-label={text('lab.k.keepIt', { k: written })}
              aria-pressed={ks[row] === picked}
              onClick={() => onPick(ks[row] ?? picked)}
            >
              {written}
            </button>
          ) : undefined
        }
      />
    </section>
  );
}
