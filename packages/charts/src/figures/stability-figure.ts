import type { Stability } from '@clientele/contracts';
import type { EChartsOption } from 'echarts';
import { defineFigure } from '../define-figure.ts';
import type { Drawing, Figure, FigureContext } from '../figure.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { barMark, rowMarks, rowMarksHeight } from '../theme/row-marks.ts';
import { segmentMark } from '../theme/segment-mark.ts';
import { tokens } from '../theme/tokens.ts';
import { segmentName } from './segment-name.ts';

type StabilityInput = Pick<Stability, 'resamples' | 'segments'>;

/** Where the grades begin (Hennig 2007). */
const limits = [0, 0.6, 0.75, 0.85, 1];
const narrow = 480;

/** How much of each segment comes back when customers are drawn anew, against the limits of the grades. */
export function stabilityFigure({ resamples, segments }: StabilityInput, context: FigureContext): Figure {
  const { formats, text } = context;
  const rows = segments.map((each) => ({
    ...each,
    name: segmentName(each.segment, context),
    words: text(`grade.${each.grade}`),
  }));
  const index = (value: number | null) => (value === null ? '\u2013' : formats.fixed(value, 2));
  const times = (count: number) => text('stability.of', { count: formats.count(count), all: formats.count(resamples) });

  const option = (drawing: Drawing): EChartsOption => {
    const colors = tokens[drawing.scheme];
    const low = Math.min(0, ...rows.map(({ jaccard }) => jaccard ?? 0));
    return rowMarks(
      rows,
      [
        {
          texts: rows.map(({ jaccard, words }) => (drawing.width < narrow ? words : `${index(jaccard)} ${words}`)),
          min: low,
          max: 1,
          axis: { ticks: limits, written: (value) => formats.number(value) },
          marks(row, at, y) {
            const each = rows[row];
            if (each === undefined || each.jaccard === null) return [];
            const value = Math.min(1, each.jaccard);
            return [
              barMark(at(0), at(value), y, colors.quiet, 3),
              {
                type: 'circle',
                shape: { cx: at(value), cy: y, r: 5.5 },
                style: { fill: segmentMark(each.segment, drawing.scheme).color, stroke: colors.page, lineWidth: 1.5 },
              },
            ];
          },
        },
      ],
      drawing,
      (row) => {
        const each = rows[row];
        if (each === undefined) return null;
        return {
          title: each.name,
          rows: [
            [text('stability.jaccard'), index(each.jaccard)],
            [text('stability.grade'), each.words],
            [text('stability.recovered'), times(each.recovered)],
            [text('stability.dissolved'), times(each.dissolved)],
          ],
        };
      },
    );
  };

  return {
    id: 'stability',
    title: titleOf(rows, context),
    subtitle: text('stability.subtitle', { n: resamples }),
    option: rows.length === 0 ? null : option,
    renderer: 'svg',
    height: rowMarksHeight(rows.length, { hasAxis: true }),
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        numberColumn('jaccard', text('stability.jaccard')),
        textColumn('grade', text('stability.grade')),
        numberColumn('plain', text('stability.plain')),
        numberColumn('dissolved', text('stability.dissolved')),
        numberColumn('recovered', text('stability.recovered')),
      ],
      rows: rows.map(({ name, jaccard, plain, words, dissolved, recovered }) => ({
        segment: cell(name),
        jaccard: cell(jaccard, index(jaccard)),
        grade: cell(words),
        plain: cell(plain, index(plain)),
        dissolved: cell(dissolved, formats.count(dissolved)),
        recovered: cell(recovered, formats.count(recovered)),
      })),
    },
  };
}

function titleOf(rows: readonly (StabilityInput['segments'][number] & { name: string })[], context: FigureContext) {
  const { formats, text } = context;
  const unstable = rows.filter(({ grade }) => grade === 'doubtful' || grade === 'untrustworthy');
  if (rows.length === 0) return text('stability.name');
  if (unstable.length === 0) return text('stability.titleAll', { n: rows.length });
  if (unstable.length === rows.length) return text('stability.titleNone');
  const shares = { stable: formats.count(rows.length - unstable.length), all: formats.count(rows.length) };
  const [only] = unstable;
  return unstable.length === 1 && only !== undefined
    ? text('stability.titleOne', { ...shares, name: only.name })
    : text('stability.titleSome', shares);
}

export const stability = defineFigure({
  id: 'stability',
  name: 'stability.name',
  help: 'stability.help',
  screen: 'lab',
  needs: ['segmentation'],
  make: ({ segmentation: { evidence } }, setting) =>
    evidence == null || evidence.stability.segments.length === 0 ? null : stabilityFigure(evidence.stability, setting),
});
