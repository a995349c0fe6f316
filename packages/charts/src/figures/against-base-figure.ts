import type { CustomerDetail } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import { type FeatureLabel, featureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { againstFinding } from '../findings/against-finding.ts';
import { featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { categoryAxis, chartBase, fontFamily, shortened, valueAxis } from '../theme/chart-parts.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { figureTooltip } from '../theme/tooltip.ts';

export interface AgainstBaseInput {
  customer: CustomerDetail;
  /** Units of the features; those not given are plain numbers. */
  features: readonly FeatureLabel[];
}

type Against = CustomerDetail['against'][number];

/** Places 0 to 1 along the row: logarithmic where nothing is below zero. */
function rowScale({ p05, p95, value }: Against): { place: (value: number) => number; isLog: boolean } {
  const low = Math.min(p05, value ?? p05);
  const high = Math.max(p95, value ?? p95);
  const isLog = low >= 0;
  const at = (number: number) => (isLog ? Math.log(number + (low === 0 ? 1 : 0)) : number);
  const span = at(high) - at(low);
  return { isLog, place: (number) => (span > 0 ? Math.max(0, Math.min(1, (at(number) - at(low)) / span)) : 0.5) };
}

/** Where the customer stands among all: for each feature the 5th to 95th percentile, the middle half, the median and this customer. */
export function againstBaseFigure(
  { customer, features }: AgainstBaseInput,
  { formats, text: say }: FigureContext,
): Figure {
  const rows = customer.against.map((row) => ({
    ...row,
    label: featureLabel({ id: row.feature, label: row.label }, { text: say }),
  }));
  const unitOf = (id: string) => features.find((feature) => feature.id === id)?.unit ?? 'number';
  const text = (row: Against, value: number | null) => featureText(value, unitOf(row.feature), formats);
  const scales = rows.map(rowScale);
  const everyLog = scales.every(({ isLog }) => isLog);

  const option = ({ scheme, width }: Drawing): EChartsOption => {
    const colors = tokens[scheme];
    const mark = customer.segment === null ? { color: colors.ink } : segmentMark(customer.segment, scheme);
    const nameWidth = Math.round(
      Math.min(width * 0.42, Math.max(0, ...rows.map(({ label }) => label.length)) * 6.6 + 14),
    );
    const texts = rows.map((row) => text(row, row.value));
    const textWidth = Math.max(0, ...texts.map(({ length }) => length)) * 7 + 12;
    const names = rows.map(({ label }) => label);
    const rowAxis = (labels: readonly string[]) => ({
      ...categoryAxis(colors, labels),
      inverse: true,
      axisLine: { show: false },
    });
    return {
      ...chartBase(colors),
      grid: { left: nameWidth + 6, right: textWidth, top: 0, bottom: 4, outerBoundsMode: 'none' },
      tooltip: figureTooltip(colors, (index) => {
        const row = rows[index];
        if (row === undefined) return null;
        return {
          title: row.label,
          rows: [
            [say('against-base.own'), text(row, row.value)],
            [say('common.median'), text(row, row.median)],
            [say('against-base.middle'), `${text(row, row.p25)} \u2013 ${text(row, row.p75)}`],
            [
              say('against-base.span', { from: formats.share(0.05, 0), to: formats.share(0.95, 0) }),
              `${text(row, row.p05)} \u2013 ${text(row, row.p95)}`,
            ],
            ...(row.rank === null ? [] : [[say('against-base.more'), formats.share(1 - row.rank)] as const]),
          ],
        };
      }),
      xAxis: { ...valueAxis(colors), show: false, min: 0, max: 1 },
      yAxis: [
        {
          ...rowAxis(names),
          axisLabel: {
            interval: 0,
            margin: nameWidth + 6,
            align: 'left',
            fontFamily,
            fontSize: 12,
            color: colors.ink2,
            formatter: (name: string) => shortened(name, nameWidth - 4),
          },
        },
        {
          ...rowAxis(names),
          position: 'right',
          axisLabel: {
            interval: 0,
            margin: textWidth,
            align: 'right',
            fontFamily,
            fontSize: 12,
            fontWeight: 600,
            color: colors.ink,
            formatter: (_name: string, index: number) => texts[index] ?? '',
          },
        },
      ],
      series: [
        {
          type: 'custom',
          encode: { x: 0, y: 1 },
          data: rows.map((_row, index) => [0.5, index]),
          renderItem: ({ dataIndex }, api) => {
            const row = rows[dataIndex];
            const scale = scales[dataIndex];
            if (row === undefined || scale === undefined) return null;
            const at = (value: number): number => api.coord([scale.place(value), dataIndex])[0] ?? 0;
            const y = api.coord([0, dataIndex])[1] ?? 0;
            const box = { x: at(row.p25), y: y - 6, width: Math.max(2, at(row.p75) - at(row.p25)), height: 12, r: 2 };
            return {
              type: 'group',
              children: [
                {
                  type: 'line',
                  shape: { x1: at(row.p05), y1: y, x2: at(row.p95), y2: y },
                  style: { stroke: colors.line, lineWidth: 2 },
                },
                { type: 'rect', shape: box, style: { fill: colors.quiet } },
                {
                  type: 'line',
                  shape: { x1: at(row.median), y1: y - 9, x2: at(row.median), y2: y + 9 },
                  style: { stroke: colors.ink, lineWidth: 2 },
                },
                ...(row.value === null
                  ? []
                  : [
                      {
                        type: 'circle' as const,
                        shape: { cx: at(row.value), cy: y, r: 6.5 },
                        style: { fill: mark.color, stroke: colors.page, lineWidth: 2 },
                      },
                    ]),
              ],
            };
          },
        },
      ],
    };
  };

  return {
    id: 'against-base',
    title: againstFinding(rows, { formats, text: say }) ?? say('against-base.name'),
    subtitle: say('against-base.subtitle', { scale: everyLog ? 'log' : 'some' }),
    option: rows.length === 0 ? null : option,
    renderer: 'svg',
    height: Math.max(1, rows.length) * 30 + 4,
    table: {
      columns: [
        textColumn('feature', say('common.feature')),
        numberColumn('value', say('against-base.own')),
        numberColumn('median', say('common.median')),
        numberColumn('p25', say('against-base.q25')),
        numberColumn('p75', say('against-base.q75')),
        numberColumn('above', say('against-base.more')),
      ],
      rows: rows.map((row) => ({
        feature: cell(row.label),
        value: cell(row.value, text(row, row.value)),
        median: cell(row.median, text(row, row.median)),
        p25: cell(row.p25, text(row, row.p25)),
        p75: cell(row.p75, text(row, row.p75)),
        above: cell(row.rank === null ? null : 1 - row.rank, formats.share(row.rank === null ? null : 1 - row.rank)),
      })),
    },
  };
}

export const againstBase = defineFigure({
  id: 'against-base',
  name: 'against-base.name',
  help: 'against-base.help',
  screen: 'customers',
  needs: ['customer'],
  make: ({ customer }, setting) =>
    customer.against.length === 0 ? null : againstBaseFigure({ customer, features: setting.dataset.features }, setting),
});
