import type { Points } from '@clientele/contracts';
import type { EChartsOption, TooltipComponentOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { chartBase } from './chart-parts.ts';
import { segmentLegend } from './segment-legend.ts';
import { segmentMark } from './segment-mark.ts';
import { tokens } from './tokens.ts';

/** More points than this are drawn smaller, and still more smaller again. */
const crowded = 1500;
const packed = 8000;

export interface SpaceInput {
  points: Pick<Points, 'ids'>;
  /** Indexes of the points of each segment. */
  groups: readonly { segment: number; indexes: readonly number[] }[];
  name: (segment: number) => string;
  /** Where a point lies: across, deep, up. */
  position: (index: number) => readonly number[];
  /** Options of the three axes, as echarts-gl takes them. */
  axes: readonly [object, object, object];
  tooltip: TooltipComponentOption;
  /** How much nearer the eye is than where axes have names. */
  nearer?: number;
}

/** Points in space, coloured by segment, with a legend; a drag turns it. Needs echarts-gl. */
export function spaceOption(input: SpaceInput, { scheme, width }: Drawing): EChartsOption {
  const { points, groups, name, position, axes, tooltip, nearer = 0 } = input;
  const colors = tokens[scheme];
  const isNamed = groups.some(({ segment }) => segment >= 0);
  const count = points.ids.length;
  const space: Record<string, unknown> = {
    ...chartBase(colors),
    legend: isNamed
      ? segmentLegend(
          groups.map(({ segment }) => ({ id: segment, name: name(segment) })),
          scheme,
        )
      : undefined,
    tooltip,
    grid3D: {
      boxWidth: 100,
      boxDepth: 100,
      boxHeight: 70,
      top: 16,
      environment: 'none',
      light: { main: { intensity: 1, shadow: false }, ambient: { intensity: 0.4 } },
      viewControl: { distance: (width < 420 ? 270 : 250) - nearer, alpha: 18, beta: 32, autoRotate: false },
    },
    xAxis3D: axes[0],
    yAxis3D: axes[1],
    zAxis3D: axes[2],
    series: groups.map(({ segment, indexes }) => {
      const mark = segmentMark(segment, scheme);
      return {
        type: 'scatter3D',
        name: name(segment),
        symbol: mark.shape,
        symbolSize: count > packed ? 3 : count > crowded ? 4 : 6,
        itemStyle: { color: isNamed ? mark.color : colors.measure, opacity: count > packed ? 0.4 : 0.6 },
        emphasis: { label: { show: false } },
        data: indexes.map(position),
      };
    }),
  };
  return space;
}
