import type { Points } from '@clientele/contracts';
import type { LegendComponentOption, ScatterSeriesOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { median } from '../findings/median.ts';
import { haloLabel, shortened } from './chart-parts.ts';
import { legendHeight, segmentLegend } from './segment-legend.ts';
import { segmentMark } from './segment-mark.ts';
import { type Scheme, tokens } from './tokens.ts';

/** Above this many segments names on the plot would hide it: a legend then. */
const mostNames = 6;

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

/** The legend for many segments, and the room it takes; nothing for few, which are named on the plot. */
export function pointLegend(
  points: Points,
  name: (segment: number) => string,
  { scheme, width }: Drawing,
): { legend?: LegendComponentOption; height: number } {
  const named = pointGroups(points).flatMap(({ segment }) =>
    segment < 0 ? [] : [{ id: segment, name: name(segment) }],
  );
  if (named.length <= mostNames) return { height: 0 };
  return {
    legend: segmentLegend(named, scheme),
    height: legendHeight(
      named.map((segment) => segment.name),
      width,
    ),
  };
}

/** What the legend adds to a figure's height on a small screen. */
export const pointLegendRoom = (points: Points, name: (segment: number) => string): number =>
  pointLegend(points, name, { scheme: 'light', width: 340 }).height;

/** One scatter a segment, in its colour at 42 % and its shape, and one with the names at the medians. Points without a position are left out. */
export function pointSeries(
  points: Points,
  position: (index: number) => [number, number] | null,
  name: (segment: number) => string,
  scheme: Scheme,
  size?: (index: number) => number,
): ScatterSeriesOption[] {
  const colors = tokens[scheme];
  const groups = pointGroups(points);
  const named = groups.some(({ segment }) => segment >= 0);
  const usualSize = points.ids.length > crowded ? 4 : 6;
  const clouds = groups.map(({ segment, indexes }): ScatterSeriesOption => {
    const mark = segmentMark(segment, scheme);
    return {
      type: 'scatter',
      name: name(segment),
      symbol: mark.shape,
      symbolSize: usualSize,
      itemStyle: { color: named ? mark.color : colors.measure, opacity: 0.42 },
      emphasis: { itemStyle: { opacity: 1 } },
      data: indexes.flatMap((index) => {
        const at = position(index);
        if (at === null) return [];
        const value = [at[0], at[1], index];
        return [size === undefined ? { value } : { value, symbolSize: size(index) }];
      }),
    };
  });
  const labels: ScatterSeriesOption = {
    type: 'scatter',
    silent: true,
    symbolSize: 1,
    z: 10,
    itemStyle: { opacity: 0 },
    labelLayout: { moveOverlap: 'shiftY' },
    data: groups.flatMap(({ segment, indexes }) => {
      const at = indexes.map(position).filter((place) => place !== null);
      const x = median(at.map(([place]) => place));
      const y = median(at.map(([, place]) => place));
      if (segment < 0 || x === null || y === null) return [];
      const text = shortened(name(segment), 130);
      return [
        {
          value: [x, y],
          label: { ...haloLabel(colors), show: true, position: 'inside' as const, formatter: () => text },
        },
      ];
    }),
  };
  const count = groups.filter(({ segment }) => segment >= 0).length;
  return count > mostNames ? clouds : [...clouds, labels];
}
