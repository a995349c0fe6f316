import { type Figure, tokens } from '@clientele/charts';
import type { ECharts } from 'echarts/core';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { chartPng } from '../lib/chart-png.ts';
import { download, downloadTable } from '../lib/download.ts';
import { useScheme } from '../lib/use-scheme.ts';
import { useText } from '../lib/use-text.ts';
import { Block } from './Block.tsx';
import { Chart, type ChartClick } from './Chart.tsx';
import { ErrorBlock } from './ErrorBlock.tsx';
import { FigureFrame } from './FigureFrame.tsx';
import { FigureMenu } from './FigureMenu.tsx';
import classes from './FigureView.module.css';
import { HelpButton } from './HelpButton.tsx';
import { StatTable, type StatTableProps } from './StatTable.tsx';

const fullRows = 16;

/** The part of a query that a figure needs to show its states. */
export interface QueryState {
  error: Error | null;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
}

export interface FigureViewProps {
  /** Null while it is on its way. */
  figure: Figure | null;
  /** Stands as the title until the figure is there. */
  name: string;
  /** How it is read, one click away. */
  help?: string;
  query?: QueryState;
  height?: number;
  /** Why there is nothing, with one action; shown instead of the drawing. */
  empty?: ReactNode;
  /** Left of the menu: a switch, a toggle. */
  actions?: ReactNode;
  onMark?: (click: ChartClick) => void;
  /** How cells of the table are drawn. */
  cell?: StatTableProps['cell'];
  density?: StatTableProps['density'];
  /** Columns left out of the table on the screen; the CSV has them. */
  hiddenColumns?: readonly string[];
  /** Under the title, above the drawing: a legend, say. */
  above?: ReactNode;
  /** Lies over the drawing: it fills a box of the drawing's size and is given the drawing. */
  overlay?: (chart: RefObject<ECharts | null>) => ReactNode;
  /** Under the drawing: what is said of it. */
  below?: ReactNode;
  className?: string;
}

/** A figure that is a table stands in full up to some rows; the table behind a drawing takes the drawing's room. */
function tableHeight(figure: Figure, height: number): number | undefined {
  if (figure.option !== null) return Math.max(height, 240);
  return figure.table.rows.length > fullRows ? 480 : undefined;
}

/** A figure with its states: title and finding, drawing or table, and the menu with table, CSV and PNG. */
export function FigureView(props: FigureViewProps) {
  const {
    figure,
    name,
    help,
    query,
    empty,
    actions,
    onMark,
    cell,
    density,
    above,
    className,
    hiddenColumns,
    overlay,
    below,
  } = props;
  const [isTable, setTable] = useState(false);
  const chart = useRef<ECharts | null>(null);
  const scheme = useScheme();
  const text = useText();
  const height = props.height ?? figure?.height ?? 240;
  const error = query?.error ?? null;

  if (error !== null) {
    return (
      <FigureFrame title={name} className={className}>
        <ErrorBlock error={error} onRetry={() => void query?.refetch()} />
      </FigureFrame>
    );
  }
  if (figure === null) {
    return (
      <FigureFrame
        title={name}
        subtitle={empty === undefined ? text('common.loading') : undefined}
        className={className}
        actions={actions}
      >
        {empty ?? <Block height={height} />}
      </FigureFrame>
    );
  }
  const savePng = async () => {
    if (chart.current === null) return;
    download(`${figure.id}.png`, await chartPng(chart.current, figure, tokens[scheme]));
  };
  const showsTable = isTable || figure.option === null;
  const hasContent = empty === undefined || empty === null;
  return (
    <FigureFrame
      title={figure.title}
      subtitle={figure.subtitle}
      isStale={query?.isPlaceholderData ?? false}
      className={className}
      actions={
        <>
          {actions}
          {help !== undefined && <HelpButton of={figure.title} help={help} />}
          {hasContent && (
            <FigureMenu
              title={figure.title}
              isTable={showsTable}
              onToggleTable={figure.option === null ? undefined : () => setTable(!isTable)}
              onCsv={() => downloadTable(figure.id, figure.table)}
              onPng={figure.option === null ? undefined : () => void savePng()}
            />
          )}
        </>
      }
    >
      {hasContent && (!showsTable || figure.option === null) && above}
      {!hasContent && empty}
      {hasContent && showsTable && (
        <StatTable
          table={figure.table}
          label={figure.title}
          cell={cell}
          density={density}
          hiddenColumns={hiddenColumns}
          maxHeight={tableHeight(figure, height)}
        />
      )}
      {hasContent && !showsTable && (
        <div className={classes.drawing}>
          <Chart figure={figure} height={height} onMark={onMark} chartRef={chart} />
          {overlay?.(chart)}
        </div>
      )}
      {hasContent && figure.note !== undefined && <p className={classes.note}>{figure.note}</p>}
      {hasContent && below}
    </FigureFrame>
  );
}
