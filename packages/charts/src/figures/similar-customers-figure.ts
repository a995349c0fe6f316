import { defineFigure } from '../define-figure.ts';
import { namedFeature } from '../feature-label.ts';
import { featureText } from '../format/feature-text.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { segmentName } from './segment-name.ts';

const rowHeight = 26;

/** The customers nearest to one, as a table; the features in the order of the dataset. */
export const similarCustomers = defineFigure({
  id: 'similar-customers',
  name: 'similar-customers.name',
  help: 'similar-customers.help',
  screen: 'customers',
  needs: ['customer', 'similar'],
  make({ customer, similar }, setting) {
    const { formats, text, dataset } = setting;
    const first = similar[0];
    if (first === undefined) return null;
    const features = dataset.features
      .filter(({ id }) => id in first.features)
      .map((feature) => namedFeature(feature, setting));
    const alike = similar.filter(({ segment }) => segment === customer.segment).length;
    const isInOne = customer.segment !== null && customer.segment >= 0;
    return {
      id: 'similar-customers',
      title: isInOne
        ? text('similar-customers.title', {
            alike: formats.count(alike),
            n: similar.length,
            segment: segmentName(customer.segment ?? -1, setting),
          })
        : text('similar-customers.name'),
      subtitle: text('similar-customers.subtitle'),
      option: null,
      renderer: 'svg',
      height: rowHeight * (similar.length + 1),
      table: {
        columns: [
          textColumn('customer', text('common.customer')),
          textColumn('segment', text('common.segment')),
          ...features.map(({ id, label, unit }) =>
            unit === 'category' ? textColumn(`feature ${id}`, label) : numberColumn(`feature ${id}`, label),
          ),
          numberColumn('distance', text('similar-customers.distance')),
        ],
        rows: similar.map((each) => ({
          customer: cell(each.id),
          segment: cell(segmentName(each.segment, setting)),
          ...Object.fromEntries(
            features.map(({ id, unit }) => {
              const value = each.features[id] ?? null;
              return [
                `feature ${id}`,
                typeof value === 'number' ? cell(value, featureText(value, unit, formats)) : cell(value),
              ];
            }),
          ),
          distance: cell(each.distance, formats.fixed(each.distance, 2)),
        })),
      },
    };
  },
});
