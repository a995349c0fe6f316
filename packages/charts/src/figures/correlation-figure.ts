import type { Correlations } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import { featureLabel } from '../feature-label.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { pairsOf, tellingCorrelation } from '../findings/strongest-pair.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { aroundColor } from '../theme/around-color.ts';
import { heatGrid, heatNameWidth, uprightHeadHeight } from '../theme/heat-grid.ts';
import { textOn } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';

export type CorrelationMeasure = 'pearson' | 'spearman';

const rowHeight = 28;
/** Of more features than this rows are lower. */
const many = 12;
const lowRowHeight = 20;
/** Room for two decimals and a sign. */
const roomyCell = 32;

/** How the numeric features go together: a matrix of correlations, brown below nothing and blue above. Null below two features that vary. */
export function correlationFigure(
  correlations: Correlations,
  measure: CorrelationMeasure,
  { formats, text }: FigureContext,
): Figure | null {
  const matrix = correlations[measure];
  const names = correlations.features.map((feature) => featureLabel(feature, { text }));
  const pairs = pairsOf(matrix);
  const strongest = pairs[0];
  if (strongest === undefined) return null;
  const headHeight = uprightHeadHeight(names);
  const nameOf = (index: number) => names[index] ?? '';
  const say = (value: number | null) => formats.fixed(value, 2);

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const nameWidth = heatNameWidth(names, drawing.width, 0.3);
    const digits = (drawing.width - nameWidth) / names.length < roomyCell ? 1 : 2;
    return heatGrid(
      {
        rows: names,
        columns: names,
        cells: names.flatMap((_row, y) =>
          names.map((_column, x) => {
            const value = matrix[y]?.[x] ?? null;
            // A quarter to four times is the span of the colours: 4 to the power of -1 to 1.
            const fill = x === y || value === null ? null : aroundColor(4 ** value, drawing.scheme);
            return {
              x,
              y,
              fill,
              text: x === y ? '' : formats.fixed(value, digits),
              short: '',
              ink: fill === null ? colors.ink3 : textOn(fill),
            };
          }),
        ),
        nameWidth,
        headHeight,
        isUpright: true,
        describe(index) {
          const [y, x] = [Math.floor(index / names.length), index % names.length];
          if (x === y) return null;
          return {
            title: `${nameOf(y)}, ${nameOf(x)}`,
            rows: [
              [text('correlation.spearman'), say(correlations.spearman[y]?.[x] ?? null)],
              [text('correlation.pearson'), say(correlations.pearson[y]?.[x] ?? null)],
            ],
          };
        },
      },
      drawing,
    );
  };

  const kind = strongest.value < 0 ? 'correlation.titleAgainst' : 'correlation.title';
  return {
    id: 'correlation',
    title:
      Math.abs(strongest.value) < tellingCorrelation
        ? text('correlation.titleNone')
        : text(kind, {
            first: nameOf(strongest.first),
            second: nameOf(strongest.second),
            value: say(strongest.value),
          }),
    subtitle: text(measure === 'pearson' ? 'correlation.subtitlePearson' : 'correlation.subtitleSpearman'),
    option,
    renderer: 'svg',
    height: headHeight + names.length * (names.length > many ? lowRowHeight : rowHeight),
    table: {
      columns: [
        textColumn('first', text('correlation.columnFirst')),
        textColumn('second', text('correlation.columnSecond')),
        numberColumn('spearman', text('correlation.spearman')),
        numberColumn('pearson', text('correlation.pearson')),
      ],
      rows: pairs.map(({ first, second }) => {
        const spearman = correlations.spearman[first]?.[second] ?? null;
        const pearson = correlations.pearson[first]?.[second] ?? null;
        return {
          first: cell(nameOf(first)),
          second: cell(nameOf(second)),
          spearman: cell(spearman, say(spearman)),
          pearson: cell(pearson, say(pearson)),
        };
      }),
    },
  };
}

/** `choices.measure`: `spearman` (left out) or `pearson`. */
export const correlation = defineFigure({
  id: 'correlation',
  name: 'correlation.name',
  help: 'correlation.help',
  screen: 'explore',
  needs: ['correlations'],
  make: ({ correlations }, setting) =>
    correlationFigure(correlations, setting.choices.measure === 'pearson' ? 'pearson' : 'spearman', setting),
});
