import type { Figure } from '@clientele/charts';
import type { ECharts } from 'echarts/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useScheme } from '../lib/use-scheme.ts';
import classes from './Chart.module.css';

/** A mark that was clicked, as ECharts reports it. */
export interface ChartClick {
  seriesName?: string;
  seriesIndex?: number;
  dataIndex: number;
  name: string;
  data: unknown;
}

export interface ChartProps {
  figure: Figure;
  /** In pixels; absent: the figure's own. */
  height?: number;
  onMark?: (click: ChartClick) => void;
  /** Set to the drawing while it lives, for a picture of it. */
  chartRef?: RefObject<ECharts | null>;
}

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** Draws a figure. ECharts and the font come first, so nothing is drawn in a wrong face; width and scheme redraw it. */
export function Chart({ figure, height = figure.height, onMark, chartRef }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<ECharts | null>(null);
  const [isReady, setReady] = useState(false);
  const scheme = useScheme();
  const width = useWidth(box);
  const { renderer } = figure;

  useEffect(() => {
    let isGone = false;
    async function draw() {
      const [{ createChart }] = await Promise.all([
        renderer === 'gl' ? import('../lib/charts-gl.ts') : import('../lib/charts-flat.ts'),
        document.fonts.load("450 12px 'Inter Variable'"),
      ]);
      if (isGone || box.current === null) return;
      drawing.current = createChart(box.current, renderer);
      if (chartRef !== undefined) chartRef.current = drawing.current;
      setReady(true);
    }
    void draw();
    return () => {
      isGone = true;
      setReady(false);
      drawing.current?.dispose();
      drawing.current = null;
      if (chartRef !== undefined) chartRef.current = null;
    };
  }, [renderer, chartRef]);

  useEffect(() => {
    const chart = drawing.current;
    if (!isReady || chart === null || width === 0 || figure.option === null) return;
    chart.resize({ width, height });
    chart.setOption(figure.option({ scheme, width, height }), { notMerge: true });
  }, [figure, scheme, width, height, isReady]);

  useEffect(() => {
    const chart = drawing.current;
    if (!isReady || chart === null || onMark === undefined) return;
    const handle = (event: unknown) => onMark(event as ChartClick);
    chart.on('click', handle);
    return () => void chart.off('click', handle);
  }, [isReady, onMark]);

  return (
    <div
      ref={box}
      className={classes.chart}
      style={{ height }}
      role="img"
      aria-label={`${figure.title}. ${figure.subtitle}`}
    />
  );
}
