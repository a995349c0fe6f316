import type { CustomSeriesOption } from 'echarts';
import type { Tokens } from './tokens.ts';

/** Corners of a lasso in the units of the axes. */
export type Lasso = readonly (readonly [number, number])[];

/** What was drawn around customers: a line in ink with a halo in the colour of the page, and a breath of ink inside. */
export function lassoSeries(lasso: Lasso, colors: Tokens): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 10,
    data: [[0]],
    renderItem: (_params, api) => {
      const points = lasso.map(([x, y]) => api.coord([x, y]));
      const outline = (stroke: string, lineWidth: number) => ({
        type: 'polygon' as const,
        shape: { points },
        style: { fill: 'none', stroke, lineWidth, lineJoin: 'round' as const },
      });
      return {
        type: 'group',
        children: [
          { type: 'polygon', shape: { points }, style: { fill: colors.ink, opacity: 0.06 } },
          outline(colors.page, 4),
          outline(colors.ink, 1.5),
        ],
      };
    },
  };
}
