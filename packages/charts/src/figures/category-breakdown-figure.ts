import type { SegmentsView } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { breakdownFigure } from './breakdown-figure.ts';

const mostRows = 12;

export interface CategoryBreakdownInput {
  category: SegmentsView['categories'][number];
  /** The column's name as shown; left out, the feature's id. */
  label?: string;
}

/** Share of each category value's customers in each segment, at most twelve values. */
export function categoryBreakdownFigure({ category, label }: CategoryBreakdownInput, context: FigureContext): Figure {
  const percent = (share: number) => context.formats.share(share, 0);
  const name = label ?? category.feature;
  return breakdownFigure(
    category.values
      .slice(0, mostRows)
      .map(({ value, customers, bySegment }) => ({ name: value === '' ? '(empty)' : value, customers, bySegment })),
    {
      id: `breakdown-${category.feature.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      column: name,
      subtitle: `Share of customers in each segment by ${name}, per cent`,
      title: `Segments by ${name}`,
      sentence: (row, { share, elsewhere }, segment) =>
        `${row.name}: ${percent(share)} are ${segment}, others ${percent(elsewhere)}`,
    },
    context,
  );
}
