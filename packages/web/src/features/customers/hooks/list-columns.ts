import { type Formats, featureLabel, featureText } from '@clientele/charts';
import type { CustomerRow, Dataset } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

export interface ListColumn {
  /** What the list is sorted by, as the service calls it. */
  id: string;
  label: string;
  isNumeric: boolean;
  textOf: (row: CustomerRow) => string;
}

const nothing = '\u2013';

export interface ColumnsAsked {
  dataset: Dataset;
  segmentNames: readonly string[];
  sort: string;
  /** Ids of the features shown. */
  shown: readonly string[];
  /** On a phone what the list is sorted by stands next to the id, and the rest behind. */
  isNarrow: boolean;
  formats: Formats;
  text: Text;
}

/** The columns of the list beside the id: segment, country, the features shown, and the one sorted by. */
export function listColumns(asked: ColumnsAsked): ListColumn[] {
  const { dataset, segmentNames, sort, shown, isNarrow, formats, text } = asked;
  const columns: ListColumn[] = [];
  if (segmentNames.length > 0) {
    const textOf = ({ segment }: CustomerRow) =>
      segment === null || segment < 0 ? text('common.noSegment') : (segmentNames[segment] ?? nothing);
    columns.push({ id: 'segment', label: text('common.segment'), isNumeric: false, textOf });
  }
  if (dataset.countries.length > 0)
    columns.push({
      id: 'country',
      label: text('common.country'),
      isNumeric: false,
      textOf: ({ country }) => country ?? nothing,
    });
  for (const { id, label, unit } of dataset.features) {
    if (!shown.includes(id) && id !== sort) continue;
    const textOf = ({ features }: CustomerRow) => {
      const value = features[id] ?? null;
      if (typeof value === 'string') return value;
      return unit === 'days' ? formats.number(value) : featureText(value, unit, formats);
    };
    columns.push({ id, label: featureLabel({ id, label }, { text }), isNumeric: unit !== 'category', textOf });
  }
  if (!isNarrow) return columns;
  const isSorted = (column: ListColumn) => Number(column.id === sort);
  return columns.sort((left, right) => isSorted(right) - isSorted(left));
}
