import type { SegmentsView } from '@clientele/contracts';
import type { Figure, FigureContext } from '../figure.ts';
import { countryInText } from '../format/country-name.ts';
import { breakdownFigure } from './breakdown-figure.ts';

/** Share of each country's customers in each segment. */
export function countryBreakdownFigure(countries: SegmentsView['countries'], context: FigureContext): Figure {
  const percent = (share: number) => context.formats.share(share, 0);
  return breakdownFigure(
    countries.map(({ country, customers, bySegment }) => ({ name: country, customers, bySegment })),
    {
      id: 'country-breakdown',
      column: 'Country',
      subtitle: 'Share of customers in each segment, per cent',
      title: 'Segments by country',
      sentence: ({ name }, { share, elsewhere }, segment) =>
        `In ${countryInText(name)} ${percent(share)} are ${segment}, elsewhere ${percent(elsewhere)}`,
    },
    context,
  );
}
