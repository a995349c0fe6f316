import type { FigureContext } from '@clientele/charts';
import type { Dataset, Filters } from '@clientele/contracts';

const mostNamed = 4;

/** Period and filters in words: "1 Dec 2010 – 9 Dec 2011; Germany, France". */
export function filterWords(
  dataset: Pick<Dataset, 'name' | 'kind' | 'from' | 'to' | 'customers'>,
  { from, to, countries, segments, customer }: Filters,
  { formats, text, segmentNames }: FigureContext,
): string {
  const named = (names: readonly string[], all: 'report.filters.countries' | 'report.filters.segments') =>
    names.length <= mostNamed ? names.join(', ') : text(all, { n: names.length });
  const first = from ?? dataset.from;
  const last = to ?? dataset.to;
  const parts = [
    dataset.name,
    ...(first === null || last === null ? [] : [formats.range(first, last)]),
    ...(countries === undefined ? [] : [named(countries, 'report.filters.countries')]),
    ...(segments === undefined
      ? []
      : [
          named(
            segments.map((id) => segmentNames[id] ?? text('common.noSegment')),
            'report.filters.segments',
          ),
        ]),
    ...(customer === undefined ? [] : [text('report.filters.customer', { customer })]),
  ];
  return parts.join('; ');
}
