import type { Projection } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { mapFinding } from '../findings/map-finding.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { pointGroups } from '../theme/point-series.ts';
import { spaceOption } from '../theme/space-option.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';
import { pointsNote } from './point-parts.ts';
import { segmentName } from './segment-name.ts';

/** Customers on the map of UMAP in three dimensions, whose axes have no meaning. Its option needs echarts-gl. */
export function umapSpaceFigure(projection: Projection, context: FigureContext): Figure {
  const { formats, text } = context;
  const { points, x, y, z } = projection;
  const places = [x, y, z] as const;
  const keys = ['x', 'y', 'z'] as const;
  const columns = [text('umap.across'), text('umap.deep'), text('umap.up')] as const;
  const name = (segment: number) => segmentName(segment, context);
  const groups = pointGroups(points);

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const axis = {
      type: 'value',
      name: '',
      scale: true,
      axisLabel: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: colors.hairline } },
      axisPointer: { show: false },
    };
    const tooltip = figureTooltip(colors, (dataIndex, seriesIndex) => {
      const index = groups[seriesIndex]?.indexes[dataIndex];
      if (index === undefined) return null;
      return {
        title: points.ids[index] ?? '',
        rows: [[text('common.segment'), name(points.segments[index] ?? -1)]],
      };
    });
    const position = (index: number) => places.map((place) => place[index] ?? 0);
    return spaceOption({ points, groups, name, position, axes: [axis, axis, axis], tooltip, nearer: 45 }, drawing);
  };

  return {
    id: 'umap',
    title: mapFinding(projection, context),
    subtitle: [text('umap.subtitleSpace'), pointsNote(points, context)].filter(Boolean).join('; '),
    option: points.ids.length === 0 ? null : option,
    renderer: 'gl',
    height: 400,
    table: {
      columns: [
        textColumn('customer', text('common.customer')),
        textColumn('segment', text('common.segment')),
        ...columns.map((label, index) => numberColumn(keys[index] ?? 'x', label)),
      ],
      rows: points.ids.map((id, row) => ({
        customer: cell(id),
        segment: cell(name(points.segments[row] ?? -1)),
        ...Object.fromEntries(
          places.map((place, index) => [
            keys[index] ?? 'x',
            cell(place[row] ?? null, formats.fixed(place[row] ?? null, 3)),
          ]),
        ),
      })),
    },
  };
}
