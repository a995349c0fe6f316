import { type FigureContext, figureCsv, qualityTableFigure } from '@clientele/charts';
import type { KChoice } from '@clientele/contracts';
import { useMemo } from 'react';
import { FigureMenu } from '../../../components/FigureMenu.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { download } from '../../../lib/download.ts';
import classes from './QualityTable.module.css';

export interface QualityTableProps {
  choice: KChoice;
  picked: number;
  context: FigureContext;
  onPick: (k: number) => void;
}

/** Every measure for every k; a row picks its k. */
export function QualityTable({ choice, picked, context, onPick }: QualityTableProps) {
  const { id, title, subtitle, table } = useMemo(() => qualityTableFigure({ choice }, context), [choice, context]);
  const ks = table.rows.map((row) => Number(row.k?.value));
  return (
    <section className={classes.table} aria-label={title}>
      <div className={classes.head}>
        <p>{subtitle}</p>
        <FigureMenu
          title={title}
          isTable
          onCsv={() => download(`${id}.csv`, new Blob([figureCsv(table)], { type: 'text/csv' }))}
        />
      </div>
      <StatTable
        table={table}
        label={title}
        strongRow={ks.indexOf(picked)}
        hiddenColumns={table.columns.some(({ key }) => key === 'bic') ? ['inertia'] : undefined}
        cell={(key, row, text) =>
          key === 'k' ? (
            <button
              type="button"
              className={classes.pick}
              aria-label={`Keep k = ${text}`}
              aria-pressed={ks[row] === picked}
              onClick={() => onPick(ks[row] ?? picked)}
            >
              {text}
            </button>
          ) : undefined
        }
      />
    </section>
  );
}
