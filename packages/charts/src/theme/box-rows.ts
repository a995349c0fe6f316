import type { EChartsOption } from 'echarts';
import type { FeatureLabel } from '../feature-label.ts';
import type { Drawing, FigureContext } from '../figure.ts';
import { featureAxisText, featureText } from '../format/feature-text.ts';
import { featureScale } from './feature-scale.ts';
import { type Mark, type MarkRow, rowMarks } from './row-marks.ts';
import { segmentMark } from './segment-mark.ts';
import { tokens } from './tokens.ts';
import type { TooltipContent } from './tooltip.ts';

export interface BoxRow extends MarkRow {
  /** Ends of the whiskers. */
  low: number;
  high: number;
  q25: number;
  median: number;
  q75: number;
}

export interface BoxRowsInput {
  rows: readonly BoxRow[];
  feature: FeatureLabel;
  log: boolean;
  describe(row: number): TooltipContent | null;
}

const mostTicks = 5;

/** Horizontal boxes over one axis: whiskers, middle half, median, whose value stands at the right. */
export function boxRows(input: BoxRowsInput, drawing: Drawing, { formats }: FigureContext): EChartsOption {
  const { rows, feature } = input;
  const colors = tokens[drawing.scheme];
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const scale = featureScale(ends, input.log);
  const every = drawing.width < 520 && scale.ticks.length > mostTicks ? 2 : 1;
  const written = new Map(
    scale.ticks
      .filter((_tick, at) => at % every === 0)
      .map((tick) => [scale.position(tick), featureAxisText(tick, feature.unit, formats)]),
  );
  return rowMarks(
    rows,
    [
      {
        texts: rows.map(({ median }) => featureText(median, feature.unit, formats)),
        min: scale.min,
        max: scale.max,
        axis: {
          ticks: [...written.keys()],
          written: (value) => [...written].find(([at]) => Math.abs(at - value) < 1e-6)?.[1] ?? '',
        },
        marks(index, at, y): Mark[] {
          const row = rows[index];
          if (row === undefined) return [];
          const x = (value: number) => at(scale.position(value));
          const isSegment = row.segment !== undefined;
          const mark = segmentMark(row.segment ?? -1, drawing.scheme);
          const ink = isSegment ? mark.color : colors.measure;
          const line = (x1: number, x2: number, y1: number, y2: number, stroke: string, lineWidth: number): Mark => ({
            type: 'line',
            shape: { x1, x2, y1, y2 },
            style: { stroke, lineWidth },
          });
          return [
            line(x(row.low), x(row.high), y, y, ink, 1.25),
            line(x(row.low), x(row.low), y - 4, y + 4, ink, 1.25),
            line(x(row.high), x(row.high), y - 4, y + 4, ink, 1.25),
            {
              type: 'rect',
              shape: { x: x(row.q25), y: y - 7, width: Math.max(2, x(row.q75) - x(row.q25)), height: 14, r: 2 },
              style: { fill: isSegment ? mark.color : colors.measure2 },
            },
            line(x(row.median), x(row.median), y - 9, y + 9, colors.page, 4),
            line(x(row.median), x(row.median), y - 9, y + 9, colors.ink, 2),
          ];
        },
      },
    ],
    drawing,
    (index) => input.describe(index),
  );
}
