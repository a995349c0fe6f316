import type { ScatterSeriesOption } from 'echarts';
import { haloLabel, shortened } from './chart-parts.ts';
import type { TakenBox } from './name-places.ts';
import { type PointPlot, pixelAt } from './point-series.ts';
import type { Tokens } from './tokens.ts';

/** A place on a plot of points that is pointed out, and what it is called. */
export interface MarkedPlace {
  x: number;
  y: number;
  label: string;
}

/** In pixels. */
const ring = 16;
const halo = 6;
const distance = 8;
const longestLabel = 200;
const characterWidth = 6.9;
const halfLine = 8;
/** On a narrower plot the label would push the names of segments away: the ring stands alone. */
const roomForLabel = 420;

/** The label stands where there is more room. */
const isAtRight = ({ x, y }: MarkedPlace, plot: PointPlot) => pixelAt([x, y], plot).x < plot.width / 2;

/** What a marked place takes up: ring and label. */
export function markBox(mark: MarkedPlace, plot: PointPlot): TakenBox {
  const { x, y } = pixelAt([mark.x, mark.y], plot);
  const label = plot.width < roomForLabel ? 0 : shortened(mark.label, longestLabel).length * characterWidth + distance;
  const half = ring / 2 + halo / 2;
  const [left, right] = isAtRight(mark, plot) ? [half, half + label] : [half + label, half];
  return { left: x - left, right: x + right, top: y - Math.max(half, halfLine), bottom: y + Math.max(half, halfLine) };
}

/** A ring in ink with a halo in the colour of the page, above all other marks, and its label where there is room. */
export function markSeries(mark: MarkedPlace, plot: PointPlot, colors: Tokens): ScatterSeriesOption[] {
  const value = [mark.x, mark.y];
  const circle = (color: string, borderWidth: number, z: number): ScatterSeriesOption => ({
    type: 'scatter',
    silent: true,
    symbol: 'circle',
    symbolSize: ring,
    z,
    itemStyle: { color: 'transparent', borderColor: color, borderWidth, opacity: 1 },
    data: [value],
  });
  return [
    circle(colors.page, halo, 11),
    {
      ...circle(colors.ink, 2, 12),
      data: [
        {
          value,
          label: {
            ...haloLabel(colors),
            show: plot.width >= roomForLabel,
            position: isAtRight(mark, plot) ? 'right' : 'left',
            distance,
            formatter: () => shortened(mark.label, longestLabel),
          },
        },
      ],
    },
  ];
}
