import type { CustomSeriesOption } from 'echarts';
import { fontFamily } from './chart-parts.ts';
import type { Tokens } from './tokens.ts';

export interface StepLegend {
  /** Of the steps, low to high. */
  colors: readonly string[];
  /** One between each two steps. */
  limits: readonly string[];
  /** A step of its own before the others. */
  before?: { color: string; label: string };
}

const bar = 8;
const gap = 10;
const wide = (text: string) => Math.ceil(text.length * 6.4 + 10);

function widths({ limits, before }: StepLegend): { step: number; before: number } {
  const step = Math.max(30, ...limits.map(wide));
  return { step, before: before === undefined ? 0 : Math.max(step, wide(before.label)) };
}

/** Pixels that the legend takes. */
export function stepLegendSize(legend: StepLegend): { width: number; height: number } {
  const { step, before } = widths(legend);
  return { width: legend.colors.length * step + (before === 0 ? 0 : before + gap), height: bar + 18 };
}

/** Steps of a ramp side by side, with the limits between them below. */
export function stepLegend(legend: StepLegend, at: { x: number; y: number }, tokens: Tokens): CustomSeriesOption {
  const { colors, limits, before } = legend;
  const { step, before: first } = widths(legend);
  const shift = before === undefined ? 0 : first + gap;
  const swatch = (x: number, width: number, fill: string) => ({
    type: 'rect' as const,
    shape: { x: at.x + x, y: at.y, width: width - 1, height: bar, r: 1 },
    style: { fill },
  });
  const label = (x: number, text: string) => ({
    type: 'text' as const,
    style: {
      text,
      x: at.x + x,
      y: at.y + bar + 4,
      align: 'center' as const,
      fill: tokens.ink2,
      font: `450 11px ${fontFamily}`,
      stroke: tokens.page,
      lineWidth: 3,
    },
  });
  const children = [
    ...(before === undefined ? [] : [swatch(0, first, before.color), label(first / 2, before.label)]),
    ...colors.map((fill, index) => swatch(shift + index * step, step, fill)),
    ...limits.map((text, index) => label(shift + (index + 1) * step - 0.5, text)),
  ];
  return {
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    tooltip: { show: false },
    data: [0],
    renderItem: () => ({ type: 'group', children }),
  };
}
