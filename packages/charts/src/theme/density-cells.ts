import type { Density, Projection } from '@clientele/contracts';
import type { CustomSeriesOption } from 'echarts';
import type { Drawing } from '../figure.ts';
import { segmentMark } from './segment-mark.ts';
import { tokens } from './tokens.ts';

/** As the service counts them. */
const columns = 160;
const rows = 100;

/** Steps of opacity, from one customer to the fullest cell. */
const levels = 7;
const faintest = 0.13;
const fullest = 0.88;

/** The step of a count between 1 and the most, by its logarithm. */
export const levelOf = (count: number, most: number): number =>
  most <= 1
    ? levels - 1
    : Math.min(levels - 1, Math.max(0, Math.round((Math.log(count) / Math.log(most)) * (levels - 1))));

const opacityOf = (level: number) => faintest + ((fullest - faintest) * level) / (levels - 1);

/** Counts customers in cells, all of them being points; null where nobody has a place. */
export function densityOf({ x, y, points }: Pick<Projection, 'x' | 'y' | 'points'>): Density | null {
  const placed = points.segments.flatMap((_, index) =>
    Number.isFinite(x[index]) && Number.isFinite(y[index]) ? [index] : [],
  );
  if (placed.length === 0) return null;
  const ends = (values: readonly number[]): [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const index of placed) {
      low = Math.min(low, values[index] ?? low);
      high = Math.max(high, values[index] ?? high);
    }
    return low === high ? [low - 0.5, high + 0.5] : [low, high];
  };
  const [left, right] = ends(x);
  const [bottom, top] = ends(y);
  const at = (value: number, [low, high]: [number, number], cells: number) =>
    Math.min(cells - 1, Math.floor(((value - low) / (high - low)) * cells));
  const found = new Map<number, Map<number, number>>();
  for (const index of placed) {
    const cell = at(y[index] ?? 0, [bottom, top], rows) * columns + at(x[index] ?? 0, [left, right], columns);
    const segment = points.segments[index] ?? -1;
    const inside = found.get(cell) ?? new Map<number, number>();
    inside.set(segment, (inside.get(segment) ?? 0) + 1);
    found.set(cell, inside);
  }
  const cells = [...found.keys()].sort((one, other) => one - other);
  const parts = cells.map((cell) => [...(found.get(cell) ?? [])]);
  return {
    ...{ left, right, bottom, top, columns, rows, cells },
    counts: parts.map((part) => part.reduce((sum, [, count]) => sum + count, 0)),
    segments: parts.map((part) => part.reduce((best, each) => (isBefore(each, best) ? each : best), [-1, 0])[0]),
  };
}

/** More customers go first, then the lower segment. */
const isBefore = ([segment, count]: [number, number], [other, most]: [number, number]) =>
  count > most || (count === most && segment < other);

/** Cells of one colour and one opacity, joined along their rows. */
interface Shade {
  segment: number;
  level: number;
  runs: { row: number; from: number; to: number }[];
}

/** The cells by segment and step; cells beside each other become one run. */
export function densityShades({ columns: across, cells, counts, segments }: Density): Shade[] {
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  const shades = new Map<string, Shade>();
  cells.forEach((cell, index) => {
    const [segment, level] = [segments[index] ?? -1, levelOf(counts[index] ?? 1, most)];
    const [row, column] = [Math.floor(cell / across), cell % across];
    const key = `${segment} ${level}`;
    const shade = shades.get(key) ?? { segment, level, runs: [] };
    shades.set(key, shade);
    const last = shade.runs.at(-1);
    if (last?.row === row && last.to === column) last.to = column + 1;
    else shade.runs.push({ row, from: column, to: column + 1 });
  });
  return [...shades.values()];
}

/**
 * How many customers stand where, beneath the points: each cell in the colour of its commonest segment, deeper by the logarithm of its
 * count. One path a colour and step, on whole pixels, so that thousands of cells cost as little as a few marks and leave no seams.
 */
export function densitySeries(density: Density, { scheme }: Pick<Drawing, 'scheme'>): CustomSeriesOption {
  const shades = densityShades(density);
  const isNamed = shades.some(({ segment }) => segment >= 0);
  const { left, right, bottom, top } = density;
  return {
    type: 'custom',
    silent: true,
    z: 1,
    data: shades.map((_, index) => [index]),
    renderItem: ({ dataIndex }, api) => {
      const shade = shades[dataIndex];
      const [x0 = 0, y0 = 0] = api.coord([left, bottom]);
      const [x1 = 0, y1 = 0] = api.coord([right, top]);
      if (shade === undefined) return null;
      const across = (column: number) => Math.round(x0 + ((x1 - x0) * column) / density.columns);
      const up = (row: number) => Math.round(y0 + ((y1 - y0) * row) / density.rows);
      const pathData = shade.runs
        .map(({ row, from, to }) => `M${across(from)} ${up(row + 1)}H${across(to)}V${up(row)}H${across(from)}Z`)
        .join('');
      return {
        type: 'path',
        shape: { pathData },
        style: {
          fill: isNamed ? segmentMark(shade.segment, scheme).color : tokens[scheme].measure,
          opacity: opacityOf(shade.level),
        },
      };
    },
  };
}
