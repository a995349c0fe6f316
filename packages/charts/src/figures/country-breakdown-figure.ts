import type { CountryBySegment } from '@clientele/contracts';
import { defineFigure } from '../define-figure.ts';
import type { Figure, FigureContext } from '../figure.ts';
import { countryInText } from '../format/country-name.ts';
import { breakdownFigure } from './breakdown-figure.ts';

const mostRows = 12;

/** Share of each country's customers in each segment. */
export function countryBreakdownFigure(countries: readonly CountryBySegment[], context: FigureContext): Figure {
  const { formats, text } = context;
  const percent = (share: number) => formats.share(share, 0);
  return breakdownFigure(
    countries.slice(0, mostRows).map(({ country, customers, bySegment }) => ({ name: country, customers, bySegment })),
    {
      id: 'country-breakdown',
      column: text('common.country'),
      subtitle: text('breakdown.subtitle'),
      title: text('country-breakdown.name'),
      sentence: ({ name }, { share, elsewhere }, segment) =>
        text('country-breakdown.title', {
          country: countryInText(name, formats.locale),
          share: percent(share),
          segment,
          elsewhere: percent(elsewhere),
        }),
    },
    context,
  );
}

export const countryBreakdown = defineFigure({
  id: 'country-breakdown',
  name: 'country-breakdown.name',
  help: 'country-breakdown.help',
  screen: 'segments',
  needs: ['segmentCountries'],
  make: ({ segmentCountries }, setting) =>
    segmentCountries.length === 0 ? null : countryBreakdownFigure(segmentCountries, setting),
});
