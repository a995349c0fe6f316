import type { Projection } from '@clientele/contracts';
import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts';
import { fontFamily, haloLabel, shortened } from './chart-parts.ts';
import { namePlaces, type TakenBox } from './name-places.ts';
import { type PointPlot, pixelAt } from './point-series.ts';
import type { Tokens } from './tokens.ts';

/** Of an arrow's label, in pixels. */
const longestLabel = 140;
/** About half the width of a letter, how far a label is from its tip, and how far its middle is above or below. */
const halfLetter = 3.1;
const distance = 5;
const lift = 11;

const labelSide = (x: number, y: number) => {
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 'right' : 'left';
  return y >= 0 ? 'top' : 'bottom';
};

/** More would lie upon each other; the longest say most. */
const mostArrows = 6;
/** Of the way to the outermost point. */
const reached = 0.85;

interface Arrow {
  label: string;
  tip: [number, number];
}

/** The longest of the features' arrows, as long as the points allow in every direction. */
export function longestArrows({ loadings, x, y }: Projection): Arrow[] {
  const lengthOf = (arrow: { x: number; y: number }) => Math.hypot(arrow.x, arrow.y);
  const chosen = [...loadings].sort((left, right) => lengthOf(right) - lengthOf(left)).slice(0, mostArrows);
  const room = (part: number, values: readonly number[]) => {
    const outermost = values.reduce((most, value) => Math.max(most, part < 0 ? -value : value), 0);
    return part === 0 || outermost === 0 ? Number.POSITIVE_INFINITY : outermost / Math.abs(part);
  };
  const scale = Math.min(...chosen.flatMap((arrow) => [room(arrow.x, x), room(arrow.y, y)])) * reached;
  const factor = Number.isFinite(scale) ? scale : 1;
  return chosen.map((arrow) => ({ label: arrow.label, tip: [arrow.x * factor, arrow.y * factor] }));
}

/** A label in pixels from the plot's left and top, and how far it is moved to be clear of the others. */
interface ArrowLabel {
  box: TakenBox;
  offset: [number, number];
}

/** Where the labels of the arrows stand, in the order of the arrows. */
export function arrowLabels(arrows: readonly Arrow[], plot: PointPlot): ArrowLabel[] {
  const wanted = arrows.map(({ label, tip }, index) => {
    const text = shortened(label, longestLabel);
    const [half, { x, y }] = [text.length * halfLetter, pixelAt(tip, plot)];
    const side = labelSide(tip[0], tip[1]);
    return {
      text,
      half,
      x: x + (side === 'right' ? half + distance : side === 'left' ? -half - distance : 0),
      y: y + (side === 'top' ? -lift : side === 'bottom' ? lift : 0),
      weight: arrows.length - index,
    };
  });
  const places = namePlaces(wanted, plot);
  return wanted.map(({ half, x, y }, index) => {
    const [dx, dy] = places[index] ?? [0, 0];
    const box = { left: x + dx - half, right: x + dx + half, top: y + dy - 7, bottom: y + dy + 7 };
    return { box, offset: [dx, dy] };
  });
}

/** Arrows from where the components are zero, each with its label at the tip. */
export function arrowSeries(
  arrows: readonly Arrow[],
  labels: readonly ArrowLabel[],
  colors: Tokens,
): (CustomSeriesOption | ScatterSeriesOption)[] {
  return [
    {
      type: 'custom',
      silent: true,
      z: 8,
      data: arrows.map(({ tip }) => tip),
      renderItem: (_params, api) => {
        const [fromX = 0, fromY = 0] = api.coord([0, 0]);
        const [toX = 0, toY = 0] = api.coord([api.value(0), api.value(1)]);
        const angle = Math.atan2(toY - fromY, toX - fromX);
        const wing = (turn: number) => [toX - 8 * Math.cos(angle + turn), toY - 8 * Math.sin(angle + turn)];
        if (Math.hypot(toX - fromX, toY - fromY) < 1) return null;
        return {
          type: 'group',
          children: [
            {
              type: 'line',
              shape: { x1: fromX, y1: fromY, x2: toX, y2: toY },
              style: { stroke: colors.ink, lineWidth: 1.25 },
            },
            { type: 'polygon', shape: { points: [[toX, toY], wing(0.42), wing(-0.42)] }, style: { fill: colors.ink } },
          ],
        };
      },
    },
    {
      type: 'scatter',
      silent: true,
      symbolSize: 1,
      z: 9,
      itemStyle: { opacity: 0 },
      data: arrows.map(({ label, tip }, index) => ({
        value: tip,
        label: {
          ...haloLabel(colors),
          fontSize: 11,
          fontWeight: 500,
          fontFamily,
          show: true,
          position: labelSide(tip[0], tip[1]),
          distance,
          offset: labels[index]?.offset,
          formatter: () => shortened(label, longestLabel),
        },
      })),
    },
  ];
}
