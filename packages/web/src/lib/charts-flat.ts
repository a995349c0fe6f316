import type { Figure } from '@clientele/charts';
import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// Only what most figures draw with: one that needs another kind of series or component adds it here or, where few do, in charts-rare.ts.
use([
  BarChart,
  CanvasRenderer,
  CustomChart,
  GridComponent,
  LegendPlainComponent,
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

const isRare = ({ series }: EChartsCoreOption) =>
  [series ?? []].flat().some((each: { type?: string }) => each.type === 'line');

let hasRare = false;

/** Loads what a drawing needs beside what most have; null where all is there. */
export function missingFor(option: EChartsCoreOption): Promise<void> | null {
  if (hasRare || !isRare(option)) return null;
  return import('./charts-rare.ts').then(({ registerRare }) => {
    registerRare();
    hasRare = true;
  });
}
