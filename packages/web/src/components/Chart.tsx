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

/** Around the window, in pixels: what is so near counts as in sight. */
const margin = 80;
const patienceMs = 200;

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

/** What maps are drawn with, once their ground is there. */
async function mapCharts(ground: Figure['ground']) {
  const [charts, loaded] = await Promise.all([import('../lib/charts-map.ts'), ground?.()]);
  if (loaded !== undefined) charts.registerGround(loaded);
  return charts;
}

/** Whether a box is in sight: drawn at once; what lies below is drawn when nothing else is to be done. Asking costs no layout. */
function useSight(box: RefObject<HTMLDivElement | null>): RefObject<boolean> {
  const isInSight = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        isInSight.current = entries.at(-1)?.isIntersecting ?? true;
      },
      { rootMargin: `${margin}px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return isInSight;
}

function whenIdle(work: () => void): () => void {
  // Safari has no idle time to offer.
  if (!('requestIdleCallback' in window)) {
    const later = setTimeout(work, patienceMs);
    return () => clearTimeout(later);
  }
  const handle = requestIdleCallback(work, { timeout: patienceMs });
  return () => cancelIdleCallback(handle);
}

/** Draws a figure. ECharts and the font come first, so nothing is drawn in a wrong face; width and scheme redraw it. */
export function Chart({ figure, height = figure.height, onMark, chartRef }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<ECharts | null>(null);
  const [isReady, setReady] = useState(false);
  const scheme = useScheme();
  const width = useWidth(box);
  const isInSight = useSight(box);
  const { renderer } = figure;
  const isMap = figure.ground !== undefined;
  const ground = useRef(figure.ground);
  ground.current = figure.ground;

  useEffect(() => {
    let isGone = false;
    async function draw() {
      const [charts] = await Promise.all([
        renderer === 'gl'
          ? import('../lib/charts-gl.ts')
          : isMap
            ? mapCharts(ground.current)
            : import('../lib/charts-flat.ts'),
        document.fonts.load("450 12px 'Inter Variable'"),
      ]);
      if (isGone || box.current === null) return;
      drawing.current = charts.createChart(box.current, renderer);
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
  }, [renderer, isMap, chartRef]);

  useEffect(() => {
    const chart = drawing.current;
    if (!isReady || chart === null || width === 0 || figure.option === null) return;
    // Resizing draws the old figure anew.
    if (chart.getWidth() !== width || chart.getHeight() !== height) chart.resize({ width, height });
    const { option: optionOf } = figure;
    let isOld = false;
    const draw = () => {
      if (isOld || chart.isDisposed()) return;
      chart.setOption(optionOf({ scheme, width, height }), { notMerge: true });
    };
    const cancel = isInSight.current ? void draw() : whenIdle(draw);
    return () => {
      isOld = true;
      cancel?.();
    };
  }, [figure, scheme, width, height, isReady, isInSight]);

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
