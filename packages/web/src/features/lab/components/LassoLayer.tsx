import type { ECharts } from 'echarts/core';
import { type PointerEvent, type RefObject, useRef } from 'react';
import { useText } from '../../../lib/use-text.ts';
import { lassoOf } from '../hooks/lasso-shapes.ts';
import type { Corner } from '../hooks/simplify-line.ts';
import classes from './Lasso.module.css';

export interface LassoLayerProps {
  chart: RefObject<ECharts | null>;
  /** Corners in the units of the chart's axes. */
  onDraw: (polygon: Corner[]) => void;
}

/** The canvas over a drawing on which a lasso is drawn with mouse, pen or finger. */
export function LassoLayer({ chart, onDraw }: LassoLayerProps) {
  const text = useText();
  const line = useRef<Corner[] | null>(null);

  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Corner => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return [Math.min(width, Math.max(0, clientX - left)), Math.min(height, Math.max(0, clientY - top))];
  };
  const paint = (canvas: HTMLCanvasElement) => {
    const pen = canvas.getContext('2d');
    if (pen === null) return;
    const scale = window.devicePixelRatio;
    canvas.width = canvas.clientWidth * scale;
    canvas.height = canvas.clientHeight * scale;
    pen.scale(scale, scale);
    const corners = line.current;
    if (corners === null) return;
    const style = getComputedStyle(canvas);
    pen.beginPath();
    for (const [x, y] of corners) pen.lineTo(x, y);
    pen.lineJoin = 'round';
    pen.strokeStyle = style.getPropertyValue('--page');
    pen.lineWidth = 4;
    pen.stroke();
    pen.strokeStyle = style.color;
    pen.lineWidth = 1.5;
    pen.stroke();
    pen.closePath();
    pen.globalAlpha = 0.06;
    pen.fillStyle = style.color;
    pen.fill();
  };
  const finish = (event: PointerEvent<HTMLCanvasElement>) => {
    const drawn = line.current;
    line.current = null;
    paint(event.currentTarget);
    const polygon = drawn === null ? null : lassoOf(drawn);
    const current = chart.current;
    if (polygon === null || current === null) return;
    const corners = polygon.map((corner) => current.convertFromPixel({ gridIndex: 0 }, corner));
    onDraw(corners.map(([x = 0, y = 0]): Corner => [x, y]));
  };

  return (
    <canvas
      className={classes.layer}
      aria-label={text('lasso.surface')}
      role="img"
      onPointerDown={(event) => {
        if (!event.isPrimary || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        line.current = [placeOf(event)];
      }}
      onPointerMove={(event) => {
        if (line.current === null || !event.isPrimary) return;
        line.current.push(placeOf(event));
        paint(event.currentTarget);
      }}
      onPointerUp={finish}
      onPointerCancel={(event) => {
        line.current = null;
        paint(event.currentTarget);
      }}
    />
  );
}
