import type { EChartsOption, GridComponentOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { Tokens } from './tokens.ts';

/** As bundled by the app; draw after it has loaded, or canvas text falls back. */
export const fontFamily = "'Inter Variable', Inter, system-ui, sans-serif";

const axisText = { fontSize: 11, fontFamily, fontWeight: 450 } as const;

/** What every chart shares: the type, no ground, no movement. */
export const chartBase = (colors: Tokens): EChartsOption => ({
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily, fontSize: 11, fontWeight: 450, color: colors.ink2 },
});

/** A grid that keeps its labels inside the given edges. */
export const chartGrid = (edges: GridComponentOption = {}): GridComponentOption => ({
  left: 0,
  right: 4,
  top: 12,
  bottom: 8,
  outerBoundsMode: 'same',
  outerBoundsContain: 'all',
  ...edges,
});

/** An axis of values: three to five hairlines, no line of its own. */
export const valueAxis = (colors: Tokens) =>
  ({
    type: 'value',
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...axisText, color: colors.ink2, hideOverlap: true },
    splitLine: { show: true, lineStyle: { color: colors.hairline, width: 1 } },
    nameTextStyle: { ...axisText, color: colors.ink2 },
  }) satisfies XAXisComponentOption & YAXisComponentOption;

/** An axis of values with ticks of its own choosing, and how each is written. */
export const tickedAxis = (colors: Tokens, ticks: readonly number[], written: (value: number) => string) => {
  const axis = valueAxis(colors);
  const customValues = [...ticks];
  return {
    ...axis,
    axisTick: { show: false, customValues },
    axisLabel: { ...axis.axisLabel, customValues, formatter: written },
  };
};

/** An axis of names: a line at the base, no ticks. */
export const categoryAxis = (colors: Tokens, names: readonly string[]) =>
  ({
    type: 'category',
    data: [...names],
    axisLine: { show: true, lineStyle: { color: colors.line, width: 1 } },
    axisTick: { show: false },
    axisLabel: { ...axisText, color: colors.ink2, hideOverlap: true },
    splitLine: { show: false },
  }) satisfies XAXisComponentOption & YAXisComponentOption;

/** Ink on a crowded plot: a halo in the colour of the page. */
export const haloLabel = (colors: Tokens) => ({
  color: colors.ink,
  // A label takes the opacity of its mark, which may be none.
  opacity: 1,
  fontFamily,
  fontSize: 12,
  fontWeight: 600,
  textBorderColor: colors.page,
  textBorderWidth: 4,
});

/** Text of a user inside a label with rich styles, where braces would be read as markup. */
export const plainInRich = (text: string): string => text.replaceAll('{', '{\u200B');

/** Cuts a name to about so many pixels at 11 to 12 px type. */
export function shortened(name: string, pixels: number): string {
  const length = Math.max(4, Math.floor(pixels / 6.1));
  return name.length <= length ? name : `${name.slice(0, length - 1).trimEnd()}\u2026`;
}

/** Lines across a fill: an unfinished period, a tinted segment. */
export const hatch = (color: string) => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
  color,
});

/** Names at the left of rows: every one, from the left edge of a column so wide. */
export function rowNameLabel(colors: Tokens, width: number) {
  return { interval: 0, margin: width, align: 'left' as const, fontFamily, fontSize: 12, color: colors.ink2 };
}
