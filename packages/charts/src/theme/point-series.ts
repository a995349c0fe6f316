import type { Points } from '@clientele/contracts';
import type { LegendComponentOption, ScatterSeriesOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { median } from '../findings/median.ts';
import { haloLabel, shortened } from './chart-parts.ts';
import { namePlaces, type TakenBox } from './name-places.ts';
import { legendHeight, segmentLegend } from './segment-legend.ts';
import { segmentMark } from './segment-mark.ts';
import { tokens } from './tokens.ts';

/** Above this many segments names on the plot would hide it: a legend then. */
const mostNames = 6;

/** In pixels, and as a share of the plot. */
const longestName = 260;
const longestShare = 0.52;

/** Above this many points they are drawn smaller. */
const crowded = 1500;

/** Indexes of the points of each segment, in segment order, those without a segment first. */
export function pointGroups(points: Points): { segment: number; indexes: number[] }[] {
  const groups = new Map<number, number[]>();
  points.segments.forEach((segment, index) => {
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [index]);
    else group.push(index);
  });
  return [...groups].sort(([left], [right]) => left - right).map(([segment, indexes]) => ({ segment, indexes }));
}

/** What the legend adds to a figure's height on a small screen; nothing for few segments, which are named on the plot. */
export const pointLegendRoom = (points: Points, name: (segment: number) => string): number => {
  const named = namedGroups(points).map(({ segment }) => name(segment));
  return named.length > mostNames ? legendHeight(named, 340) : 0;
};

const namedGroups = (points: Points) => pointGroups(points).filter(({ segment }) => segment >= 0);

/** The part of the drawing where points lie: its size in pixels and the values at its edges. */
export interface PointPlot {
  width: number;
  height: number;
  across: readonly [number, number];
  up: readonly [number, number];
}

/** How far a value lies between the ends of a range, 0 to 1. */
const shareOf = (value: number, [low, high]: readonly [number, number]) => (value - low) / (high - low || 1);

/** Where a value is drawn, in pixels from the plot's left and top. */
export const pixelAt = ([x, y]: readonly [number, number], { width, height, across, up }: PointPlot) => ({
  x: shareOf(x, across) * width,
  y: (1 - shareOf(y, up)) * height,
});

export interface PointSeriesInput {
  points: Points;
  /** Where a point lies; null leaves it out. */
  position: (index: number) => [number, number] | null;
  name: (segment: number) => string;
  drawing: Drawing;
  /** The plot under a legend of this height. */
  plotUnder: (legendHeight: number) => PointPlot;
  /** Where other words stand on a plot. */
  obstacles?: (plot: PointPlot) => TakenBox[];
  /** Diameter of a point in pixels. */
  size?: (index: number) => number;
  /** Which of them are drawn, where not all are; names stand at the middle of all. */
  isDrawn?: (index: number) => boolean;
}

export interface PointSeries {
  series: ScatterSeriesOption[];
  /** Where the plot cannot hold every name. */
  legend?: LegendComponentOption;
  /** Of the legend; 0 without one. */
  height: number;
}

/**
 * One scatter a segment, in its colour at 42 % and its shape, and one with the names at the medians, none of which covers another.
 * Names for which there is no room stand in a legend, with all the others.
 */
export function pointSeries(input: PointSeriesInput): PointSeries {
  const { points, name, drawing, plotUnder } = input;
  const segments = namedGroups(points).map(({ segment }) => ({ id: segment, name: name(segment) }));
  const own = clouds(input);
  const names = segments.length > mostNames ? null : nameLabels(input, plotUnder(0));
  if (names?.every(({ isPlaced }) => isPlaced)) return { series: [...own, labelSeries(names, drawing)], height: 0 };
  const height = legendHeight(
    segments.map((segment) => segment.name),
    drawing.width,
  );
  const left = names === null ? [] : nameLabels(input, plotUnder(height)).filter(({ isPlaced }) => isPlaced);
  return {
    series: left.length === 0 ? own : [...own, labelSeries(left, drawing)],
    legend: segmentLegend(segments, drawing.scheme),
    height,
  };
}

function clouds({ points, position, name, drawing, size, isDrawn }: PointSeriesInput): ScatterSeriesOption[] {
  const colors = tokens[drawing.scheme];
  const groups = pointGroups(points);
  const isNamed = groups.some(({ segment }) => segment >= 0);
  const usualSize = points.ids.length > crowded ? 4 : 6;
  return groups.map(({ segment, indexes }): ScatterSeriesOption => {
    const mark = segmentMark(segment, drawing.scheme);
    return {
      type: 'scatter',
      name: name(segment),
      symbol: mark.shape,
      symbolSize: usualSize,
      itemStyle: { color: isNamed ? mark.color : colors.measure, opacity: 0.42 },
      emphasis: { itemStyle: { opacity: 1 } },
      data: indexes.flatMap((index) => {
        const at = isDrawn?.(index) === false ? null : position(index);
        if (at === null) return [];
        const value = [at[0], at[1], index];
        return [size === undefined ? { value } : { value, symbolSize: size(index) }];
      }),
    };
  });
}

interface NameLabel {
  text: string;
  at: [number, number];
  offset: [number, number];
  isPlaced: boolean;
}

function nameLabels({ points, position, name, obstacles }: PointSeriesInput, plot: PointPlot): NameLabel[] {
  const wanted = namedGroups(points).flatMap(({ segment, indexes }) => {
    const at = indexes.map(position).filter((place) => place !== null);
    const x = median(at.map(([place]) => place));
    const y = median(at.map(([, place]) => place));
    if (x === null || y === null) return [];
    const text = shortened(name(segment), Math.min(longestName, plot.width * longestShare));
    return [{ text, at: [x, y] as [number, number], weight: at.length }];
  });
  const places = namePlaces(
    wanted.map(({ text, at, weight }) => ({ text, weight, ...pixelAt(at, plot) })),
    plot,
    obstacles?.(plot),
  );
  return wanted.map(({ text, at }, index) => ({
    text,
    at,
    offset: places[index] ?? [0, 0],
    isPlaced: (places[index] ?? null) !== null,
  }));
}

const labelSeries = (names: readonly NameLabel[], { scheme }: Drawing): ScatterSeriesOption => ({
  type: 'scatter',
  silent: true,
  symbolSize: 1,
  z: 10,
  itemStyle: { opacity: 0 },
  data: names.map(({ text, at, offset }) => ({
    value: at,
    label: { ...haloLabel(tokens[scheme]), show: true, position: 'inside', offset, formatter: () => text },
  })),
});
