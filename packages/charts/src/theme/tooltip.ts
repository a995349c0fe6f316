import type { TooltipComponentOption } from 'echarts';
import { escapeHtml } from '../format/escape-html.ts';
import type { Tokens } from './tokens.ts';

export interface TooltipContent {
  title: string;
  /** Name left, number right. */
  rows: readonly (readonly [name: string, value: string])[];
}

/** The tooltip's inner HTML; every text is escaped. */
export function tooltipHtml(content: TooltipContent, colors: Tokens): string {
  const rows = content.rows
    .map(
      ([name, value]) =>
        `<div style="display:flex;justify-content:space-between;gap:16px"><span style="color:${colors.ink2}">${escapeHtml(name)}</span>` +
        `<span style="font-variant-numeric:tabular-nums;text-align:right">${escapeHtml(value)}</span></div>`,
    )
    .join('');
  return `<div style="max-width:280px;white-space:normal;overflow-wrap:anywhere"><div style="font-weight:600">${escapeHtml(content.title)}</div>${rows}</div>`;
}

/** A tooltip that asks the figure what to say about an item; null says nothing. */
export function figureTooltip(
  colors: Tokens,
  describe: (dataIndex: number, seriesIndex: number) => TooltipContent | null,
  trigger: 'item' | 'axis' = 'item',
): TooltipComponentOption {
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    padding: [8, 10],
    backgroundColor: colors.raised,
    borderColor: colors.line,
    borderWidth: 1,
    borderRadius: 6,
    shadowBlur: 0,
    extraCssText: 'box-shadow:none',
    textStyle: { color: colors.ink, fontSize: 12, lineHeight: 16, fontWeight: 450 },
    axisPointer: { type: 'shadow', shadowStyle: { color: colors.ink, opacity: 0.05 } },
    formatter: (params) => {
      const first = Array.isArray(params) ? params[0] : params;
      const content = first === undefined ? null : describe(first.dataIndex, first.seriesIndex ?? 0);
      return content === null ? '' : tooltipHtml(content, colors);
    },
  };
}
