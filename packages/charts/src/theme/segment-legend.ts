import type { LegendComponentOption } from 'echarts';
import { fontFamily, shortened } from './chart-parts.ts';
import { segmentMark } from './segment-mark.ts';
import { type Scheme, tokens } from './tokens.ts';

const rowHeight = 20;
const longestName = 150;

/** Height of the legend at this width. */
export function legendHeight(names: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const need = Math.min(name.length * 6.4, longestName) + 32;
    if (used > 0 && used + need > width) {
      rows += 1;
      used = 0;
    }
    used += need;
  }
  return rows * rowHeight;
}

/** The segments by name, each with its own mark; series carry the same names. */
export function segmentLegend(
  segments: readonly { id: number; name: string }[],
  scheme: Scheme,
): LegendComponentOption {
  return {
    left: 0,
    top: 0,
    padding: 0,
    itemGap: 12,
    itemWidth: 9,
    itemHeight: 9,
    selectedMode: false,
    textStyle: { fontFamily, fontSize: 11, color: tokens[scheme].ink2 },
    formatter: (name) => shortened(name, longestName),
    data: segments.map(({ id, name }) => ({
      name,
      icon: segmentMark(id, scheme).shape,
      itemStyle: { color: segmentMark(id, scheme).color, opacity: 1, decal: 'none' as const, borderWidth: 0 },
    })),
  };
}
