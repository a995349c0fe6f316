import type { LegendComponentOption } from 'echarts';
import { fontFamily } from './chart-parts.ts';
import { type Scheme, tokens } from './tokens.ts';

/** Height of the legend with the air under it. */
export const inkLegendHeight = 24;

/** Parts in shades of ink by name, in one line; series carry the same names. */
export function inkLegend(names: readonly string[], scheme: Scheme): LegendComponentOption {
  return {
    left: 0,
    top: 0,
    padding: 0,
    itemGap: 12,
    itemWidth: 8,
    itemHeight: 8,
    icon: 'circle',
    selectedMode: false,
    data: names.map((name) => ({ name, itemStyle: { decal: 'none' as const } })),
    textStyle: { fontFamily, fontSize: 11, color: tokens[scheme].ink2 },
  };
}
