import { createText, en } from '@clientele/texts';
import { init } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../src/figure.ts';
import { createFormats } from '../src/format/create-formats.ts';

export const context: FigureContext = {
  formats: createFormats({ locale: 'en-GB', currency: 'GBP' }),
  text: createText(en, 'en-GB'),
  segmentNames: ['Champions', 'Regulars', 'Promising', 'Dormant'],
};

export const withoutCurrency: FigureContext = {
  ...context,
  formats: createFormats({ locale: 'en-GB', currency: null }),
};

/** Draws the figure as SVG text with the real library. */
export function drawSvg(figure: Figure, drawing: Drawing): string {
  if (figure.option === null) return '';
  const chart = init(null, null, { ssr: true, renderer: 'svg', width: drawing.width, height: figure.height });
  try {
    chart.setOption(figure.option(drawing));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** What the tooltip says of an item. */
export function tooltipOf(figure: Figure, dataIndex: number, seriesIndex = 0): string {
  const option = figure.option?.({ scheme: 'light', width: 388 });
  const tooltip = option?.tooltip;
  if (tooltip === undefined || Array.isArray(tooltip) || typeof tooltip.formatter !== 'function') return '';
  const say = tooltip.formatter as (params: { dataIndex: number; seriesIndex: number }) => string;
  return say({ dataIndex, seriesIndex });
}
