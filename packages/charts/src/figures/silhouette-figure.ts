import type { Quality } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { nearerShare, silhouetteFinding } from '../findings/silhouette-finding.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { chartBase, fontFamily, shortened, tickedAxis } from '../theme/chart-parts.ts';
import { niceTicks, tickDigits } from '../theme/nice-ticks.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { segmentName } from './segment-name.ts';

export interface SilhouetteInput {
  quality: Pick<Quality, 'silhouette' | 'silhouetteExact' | 'silhouetteBound' | 'silhouettes'>;
  /** Customers of each segment. */
  segments: readonly { id: number; size: number }[];
}

/** The least band holds a name and its numbers. */
const leastBand = 34;
const gap = 8;
const axisHeight = 24;
const meanWidth = 44;

/** The silhouettes of each segment, highest first: a band a segment, higher for more customers, and the mean of all. */
export function silhouetteFigure({ quality, segments }: SilhouetteInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const { silhouette, silhouetteExact, silhouetteBound, silhouettes } = quality;
  const bands = silhouettes
    .filter(({ values }) => values.length > 0)
    .map((shape) => ({
      ...shape,
      name: segmentName(shape.segment, context),
      size: segments.find(({ id }) => id === shape.segment)?.size ?? 0,
    }))
    .sort((left, right) => left.segment - right.segment);
  const total = bands.reduce((sum, { size }) => sum + size, 0);
  const index = (value: number) => formats.fixed(value, 3);
  const percent = (share: number) =>
    share > 0 && share < 0.01 ? `<${formats.share(0.01, 0)}` : formats.share(share, 0);
  const height = Math.max(300, bands.length * (leastBand + gap + 12)) + axisHeight;

  const option = (drawing: Drawing): EChartsOption => {
    const { scheme, width } = drawing;
    const colors = tokens[scheme];
    const plot = (drawing.height ?? height) - axisHeight;
    const free = Math.max(0, plot - bands.length * (leastBand + gap));
    const tops: number[] = [];
    const tall = bands.map(({ size }) => leastBand + (total > 0 ? (size / total) * free : free / bands.length));
    tall.reduce((top, own, at) => {
      tops[at] = top;
      return top + own + gap;
    }, 0);
    const longest = Math.max(...bands.map(({ name }) => name.length), 16);
    const nameWidth = Math.round(Math.min(width * 0.36, longest * 6.6 + 12));
    const every = bands.flatMap(({ values }) => values);
    const [low, high] = [Math.min(0, ...every), Math.max(0, ...every) || 1];
    const ticks = niceTicks(low, high, 6);
    return {
      ...chartBase(colors),
      grid: { left: nameWidth, right: meanWidth, top: 0, bottom: axisHeight, outerBoundsMode: 'none' },
      tooltip: figureTooltip(colors, (at) => {
        const band = bands[at];
        if (band === undefined) return null;
        return {
          title: band.name,
          rows: [
            [text('common.customers'), formats.count(band.size)],
            [text('silhouette.mean'), index(band.mean)],
            [text('silhouette.nearer'), formats.share(band.negative)],
          ],
        };
      }),
      xAxis: {
        ...tickedAxis(colors, ticks, (value) => formats.fixed(value, tickDigits(ticks))),
        min: low,
        max: high,
      },
      yAxis: { type: 'value', inverse: true, min: 0, max: plot, show: false },
      series: [
        {
          type: 'custom',
          data: bands.map((_, at) => [0, tops[at] ?? 0]),
          renderItem: ({ dataIndex }, api) => {
            const band = bands[dataIndex];
            const [top = 0, own = 0] = [tops[dataIndex], tall[dataIndex]];
            if (band === undefined) return null;
            const step = own / Math.max(1, band.values.length - 1);
            const edge = band.values.map((value, at) => api.coord([value, top + at * step]));
            const last = band.values.at(-1) ?? 0;
            const points = [
              api.coord([0, top]),
              ...edge,
              ...(band.values.length === 1 ? [api.coord([last, top + own])] : []),
              api.coord([0, top + own]),
            ];
            const middle = api.coord([0, top + own / 2])[1] ?? 0;
            const line = (
              words: string,
              x: number,
              y: number,
              ink: string,
              font: string,
              align: 'left' | 'right' = 'left',
            ) =>
              ({
                type: 'text',
                style: { text: words, x, y, fill: ink, font, align, verticalAlign: 'middle' },
              }) as const;
            const note = text('silhouette.below', {
              customers: formats.count(band.size),
              share: percent(band.negative),
            });
            return {
              type: 'group',
              children: [
                {
                  type: 'rect',
                  shape: { x: 0, y: middle - own / 2, width, height: own },
                  style: { fill: 'transparent' },
                },
                {
                  type: 'polygon',
                  shape: { points },
                  style: { fill: segmentMark(band.segment, scheme).color, opacity: 0.92 },
                },
                line(shortened(band.name, nameWidth - 10), 0, middle - 8, colors.ink, `600 12px ${fontFamily}`),
                line(shortened(note, nameWidth), 0, middle + 8, colors.ink3, `450 11px ${fontFamily}`),
                line(formats.fixed(band.mean, 2), width, middle, colors.ink, `550 12px ${fontFamily}`, 'right'),
              ],
            };
          },
        },
        {
          type: 'line',
          data: [],
          silent: true,
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            data: [
              { xAxis: 0, lineStyle: { color: colors.line, width: 1, type: 'solid' } },
              ...(silhouette === null
                ? []
                : [{ xAxis: silhouette, lineStyle: { color: colors.ink, width: 1.25, type: [3, 3] } }]),
            ],
          },
        },
      ],
    };
  };

  const bound = silhouetteBound > 0 ? ` \u00B1 ${formats.number(Number(silhouetteBound.toPrecision(1)))}` : '';
  const spread = silhouetteExact ? '' : `${bound}, ${text('silhouette.approximate')}`;
  const mean = silhouette === null ? '' : `; ${text('silhouette.dashed', { mean: index(silhouette) })}`;
  return {
    id: 'silhouette',
    title: silhouetteFinding(nearerShare(bands), silhouetteExact, context),
    subtitle: `${text('silhouette.subtitle')}${mean}${spread}`,
    option: bands.length === 0 ? null : option,
    renderer: 'svg',
    height,
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        numberColumn('customers', text('common.customers')),
        numberColumn('mean', text('silhouette.mean')),
        numberColumn('negative', text('silhouette.nearer')),
        numberColumn('highest', text('silhouette.highest')),
        numberColumn('lowest', text('silhouette.lowest')),
      ],
      rows: bands.map(({ name, size, mean: own, negative, values }) => ({
        segment: cell(name),
        customers: cell(size, formats.count(size)),
        mean: cell(own, index(own)),
        negative: cell(negative, formats.share(negative)),
        highest: cell(values[0] ?? null, formats.fixed(values[0] ?? null, 3)),
        lowest: cell(values.at(-1) ?? null, formats.fixed(values.at(-1) ?? null, 3)),
      })),
    },
  };
}

export const silhouette = defineFigure({
  id: 'silhouette',
  name: 'silhouette.name',
  help: 'silhouette.help',
  screen: 'lab',
  needs: ['segmentation'],
  make: ({ segmentation: { quality, segments } }, setting) =>
    quality.silhouettes.length === 0 ? null : silhouetteFigure({ quality, segments }, setting),
});
