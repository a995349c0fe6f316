import { type DendrogramTop, isLinkage, type Linkage } from '@clientele/contracts';
import type { CustomSeriesOption, EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { largestJump } from '../findings/largest-jump.ts';
import { inWords } from '../format/in-words.ts';
import { cell, numberColumn } from '../format/table-parts.ts';
import { chartBase, chartGrid, haloLabel, tickedAxis, valueAxis } from '../theme/chart-parts.ts';
import { cutHeight, type DendrogramLine, dendrogramLines, dendrogramNodes } from '../theme/dendrogram-lines.ts';
import { niceTicks, tickDigits } from '../theme/nice-ticks.ts';
import { legendHeight, segmentLegend } from '../theme/segment-legend.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { segmentName } from './segment-name.ts';

export interface DendrogramInput {
  dendrogram: DendrogramTop;
  linkage: Linkage;
}

const plotHeight = 300;
/** Room that a pointer has around a line. */
const reach = 10;
/** About what the numbers of the heights take. */
const axisRoom = 44;
/** Leaves closer than this carry no number of customers. */
const leastLeaf = 12;

function finding(dendrogram: DendrogramTop, { text }: FigureContext): string {
  const jump = largestJump(dendrogram);
  if (jump === null) return text('dendrogram.name');
  return text('dendrogram.title', {
    where: jump.isOfWholeTree ? 'whole' : 'last',
    merges: dendrogram.merges.length,
    n: jump.toGroups,
    from: jump.fromGroups,
    to: jump.toGroups,
  });
}

/** One series a segment and one for what lies above the cut; the lines of a series in the order of its data. */
function seriesOf(lines: readonly DendrogramLine[], name: string, color: string): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    data: lines.map(({ corners }) => corners[0] ?? [0, 0]),
    renderItem: ({ dataIndex }, api) => {
      const points = lines[dataIndex]?.corners.map((corner) => api.coord(corner)) ?? [];
      const line = (lineWidth: number, stroke: string) =>
        ({ type: 'polyline', shape: { points }, style: { stroke, lineWidth, fill: 'none' } }) as const;
      return { type: 'group', children: [line(reach, 'transparent'), line(1.75, color)] };
    },
  };
}

/** The top of a dendrogram: which groups merged and how far apart they were, in the segments' colours below the cut. */
export function dendrogramFigure({ dendrogram, linkage }: DendrogramInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const { leaves, merges } = dendrogram;
  const nodes = dendrogramNodes(dendrogram);
  const lines = dendrogramLines(dendrogram);
  const cut = cutHeight(dendrogram);
  const segments = [...new Set(leaves.map(({ segment }) => segment))]
    .sort((left, right) => left - right)
    .map((id) => ({ id, name: segmentName(id, context) }));
  const names = segments.map(({ name }) => name);
  const groups = [
    ...segments.map(({ id, name }) => ({ id, name, lines: lines.filter(({ segment }) => segment === id) })),
    { id: null, name: text('dendrogram.above'), lines: lines.filter(({ segment }) => segment === null) },
  ].filter((group) => group.lines.length > 0);
  const sizes = leaves.map(({ size }) => formats.count(size));
  const places = leaves.map((_, place) => place);
  const sizeOf = (index: number) => nodes[index]?.size ?? 0;
  const cutWord = text('dendrogram.cut');
  const cutRoom = cutWord.length * 7 + 7;
  const method = text(`method.${linkage}.label`);

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const highest = Math.max(merges.at(-1)?.height ?? 0, cut) || 1;
    const ticks = niceTicks(0, highest, 4);
    const step = (width - axisRoom - cutRoom) / leaves.length;
    const isCrowded = step < Math.max(...sizes.map(({ length }) => length)) * 6.4 + 6;
    const top = legendHeight(names, width) + 8;
    return {
      ...chartBase(colors),
      legend: segmentLegend(
        segments.filter(({ id }) => groups.some((group) => group.id === id)),
        scheme,
      ),
      grid: chartGrid({ top, right: cutRoom }),
      tooltip: figureTooltip(colors, (dataIndex, seriesIndex) => {
        const group = groups[seriesIndex];
        const at = group?.lines[dataIndex]?.merge;
        const merge = at === undefined ? undefined : merges[at];
        if (group === undefined || at === undefined || merge === undefined) return null;
        return {
          title:
            group.id === null
              ? text('dendrogram.merge', { from: leaves.length - at, to: leaves.length - at - 1 })
              : group.name,
          rows: [
            [text('dendrogram.height'), formats.number(merge.height)],
            [text('common.customers'), `${formats.count(sizeOf(merge.left))} + ${formats.count(sizeOf(merge.right))}`],
          ],
        };
      }),
      xAxis: {
        ...valueAxis(colors),
        min: -0.5,
        max: leaves.length - 0.5,
        splitLine: { show: false },
        axisLine: { show: true, onZero: false, lineStyle: { color: colors.line, width: 1 } },
        axisTick: { show: false, customValues: places },
        axisLabel: {
          ...valueAxis(colors).axisLabel,
          show: step >= leastLeaf,
          hideOverlap: false,
          customValues: places,
          rotate: isCrowded ? 90 : 0,
          fontSize: isCrowded ? 10 : 11,
          formatter: (place: number) => sizes[place] ?? '',
        },
      },
      yAxis: {
        ...tickedAxis(colors, ticks, (value) => formats.fixed(value, tickDigits(ticks))),
        min: 0,
        max: highest * 1.02,
      },
      series: [
        ...groups.map((group) =>
          seriesOf(group.lines, group.name, group.id === null ? colors.measure2 : segmentMark(group.id, scheme).color),
        ),
        {
          type: 'line',
          data: [],
          silent: true,
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: colors.ink2, width: 1.25, type: [3, 3] },
            label: {
              ...haloLabel(colors),
              fontSize: 11,
              fontWeight: 500,
              position: 'end',
              distance: 4,
              formatter: () => cutWord,
            },
            data: [{ yAxis: cut }],
          },
        },
      ],
    };
  };

  return {
    id: 'dendrogram',
    title: finding(dendrogram, context),
    subtitle:
      leaves.length < 2
        ? text('dendrogram.subtitle', { method })
        : text('dendrogram.subtitleCut', {
            method,
            groups: formats.count(leaves.length),
            n: segments.length,
            segments: inWords(segments.length, context),
          }),
    option: leaves.length < 2 || merges.length === 0 ? null : option,
    renderer: 'svg',
    height: plotHeight + legendHeight(names, 340),
    table: {
      columns: [
        numberColumn('groups', text('dendrogram.groups')),
        numberColumn('height', text('dendrogram.height')),
        numberColumn('jump', text('dendrogram.jump')),
        numberColumn('left', text('dendrogram.left')),
        numberColumn('right', text('dendrogram.right')),
      ],
      rows: merges
        .map(({ left, right, height }, index) => {
          const before = merges[index - 1]?.height;
          const jump = before === undefined ? null : height - before;
          return {
            groups: cell(leaves.length - index - 1),
            height: cell(height, formats.number(height)),
            jump: cell(jump, formats.number(jump)),
            left: cell(sizeOf(left), formats.count(sizeOf(left))),
            right: cell(sizeOf(right), formats.count(sizeOf(right))),
          };
        })
        .reverse(),
    },
  };
}

export const dendrogram = defineFigure({
  id: 'dendrogram',
  name: 'dendrogram.name',
  help: 'dendrogram.help',
  screen: 'lab',
  needs: ['segmentation'],
  make: ({ segmentation: { model } }, setting) =>
    'dendrogram' in model && isLinkage(model.method)
      ? dendrogramFigure({ dendrogram: model.dendrogram, linkage: model.method }, setting)
      : null,
});
