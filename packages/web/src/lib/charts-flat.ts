import type { Figure } from '@clientele/charts';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// Only what the figures draw with: one that needs another kind of series or component adds it here. What is made known after a drawing surface was made
// is not laid out on it.
use([
  BarChart,
  CanvasRenderer,
  CustomChart,
  GridComponent,
  LegendPlainComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
]);

/** A drawing surface in an element: SVG for few marks, canvas for many. */
export function createChart(element: HTMLElement, renderer: Figure['renderer']): ECharts {
  return init(element, null, { renderer: renderer === 'svg' ? 'svg' : 'canvas' });
}
