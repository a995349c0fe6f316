import type { CustomSeriesOption } from 'echarts';
import { fontFamily } from './chart-parts.ts';

export interface HeatCell {
  x: number;
  y: number;
  /** Null: no ground. */
  fill: string | null;
  text: string;
  /** Where the text does not fit; empty: then none of the cells without a short text is written. */
  short: string;
  ink: string;
  /** Smaller, under the text, where it fits. */
  note?: string;
  /** Colour of a ring around the cell. */
  ring?: string;
}

/** Cells on two category axes, parted by 2 px, with their numbers where they fit. */
export function heatCells(cells: readonly HeatCell[]): CustomSeriesOption {
  // Numbers in some cells only would look like holes in the data.
  const longest = Math.max(0, ...cells.map(({ text, short }) => (short === '' ? text.length : 0)));
  return {
    type: 'custom',
    encode: { x: 0, y: 1 },
    data: cells.map(({ x, y }) => [x, y]),
    renderItem: ({ dataIndex }, api) => {
      const cell = cells[dataIndex];
      if (cell === undefined) return null;
      const [centerX = 0, centerY = 0] = api.coord([cell.x, cell.y]);
      const size = api.size?.([1, 1]) ?? 0;
      const [width = 0, height = 0] = Array.isArray(size) ? size : [size, size];
      const roomFor = (length: number, perSign: number) => length * perSign + 4 <= width;
      const fits = (text: string, perSign: number) => roomFor(text.length, perSign);
      const isWhole = cell.short === '' ? roomFor(longest, 5.6) : fits(cell.text, 5.6);
      const text = isWhole ? cell.text : fits(cell.short, 5.6) ? cell.short : '';
      const pixels = fits(text, 6.6) ? 12 : 10;
      const note = cell.note !== undefined && text === cell.text && fits(cell.note, 5.6) ? `\n{note|${cell.note}}` : '';
      const ring = cell.ring === undefined ? {} : { stroke: cell.ring, lineWidth: 2 };
      return {
        type: 'rect',
        shape: { x: centerX - width / 2 + 1, y: centerY - height / 2 + 1, width: width - 2, height: height - 2, r: 3 },
        style: { fill: cell.fill ?? 'transparent', ...ring },
        textContent: {
          type: 'text',
          style: {
            text: `${text}${note}`,
            fill: cell.ink,
            font: `540 ${pixels}px ${fontFamily}`,
            align: 'center',
            rich: { note: { fill: cell.ink, font: `450 10px ${fontFamily}`, lineHeight: 14, align: 'center' } },
          },
        },
        textConfig: { position: 'inside' },
      };
    },
  };
}
