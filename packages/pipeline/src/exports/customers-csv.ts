import type { CustomerRow, FeatureInfo } from '@clientele/contracts';
import { numberCell, textCell } from './csv-cell.ts';
import { confidenceIn, type SegmentColumns, segmentColumnNames } from './segment-columns.ts';

/** What customers.csv holds. */
export interface CustomersCsvInput {
  rows: Iterable<CustomerRow> | AsyncIterable<CustomerRow>;
  /** Columns between country and segment, by feature id; numbers where the unit is not category. */
  features: readonly Pick<FeatureInfo, 'id' | 'unit'>[];
  segments: SegmentColumns;
}

const chunkLength = 64 * 1024;

/**
 * customers.csv piece by piece: customer, country, one column a feature, segment (its id), segment_name, segment_confidence (0 to 1, of
 * this customer) and segment_stability (the grade of the segment; empty until the evidence has been gathered). RFC 4180 with CRLF, UTF-8
 * without a mark. Missing values and no segment are empty.
 */
export async function* customersCsv({ rows, features, segments }: CustomersCsvInput): AsyncGenerator<string> {
  const header = ['customer', 'country', ...features.map(({ id }) => id), ...segmentColumnNames];
  let chunk = `${header.map(textCell).join(',')}\r\n`;
  for await (const row of rows) {
    const cells = [textCell(row.id), textCell(row.country ?? '')];
    for (const { id, unit } of features) {
      const value = Object.hasOwn(row.features, id) ? (row.features[id] ?? null) : null;
      if (value === null) cells.push('');
      else if (typeof value === 'number') cells.push(numberCell(value));
      else cells.push(unit !== 'category' && isNumber(value) ? value : textCell(value));
    }
    const confidence = confidenceIn(segments, row);
    if (row.segment === null || confidence === null) cells.push('', '', '', '');
    else {
      const { names, grades } = segments;
      const { segment } = row;
      cells.push(String(segment), textCell(names[segment] ?? ''), numberCell(confidence), grades[segment] ?? '');
    }
    chunk += `${cells.join(',')}\r\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
