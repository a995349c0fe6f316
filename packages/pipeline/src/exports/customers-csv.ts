import type { CustomerRow, FeatureInfo } from '@clientele/contracts';
import { numberCell, textCell } from './csv-cell.ts';

/** What customers.csv holds. */
export interface CustomersCsvInput {
  rows: Iterable<CustomerRow> | AsyncIterable<CustomerRow>;
  /** Columns between country and segment, by feature id; numbers where the unit is not category. */
  features: readonly Pick<FeatureInfo, 'id' | 'unit'>[];
  /** By segment id. */
  segmentNames: readonly string[];
}

const chunkLength = 64 * 1024;

/**
 * customers.csv piece by piece: customer, country, one column a feature, segment (its id), segment_name. RFC 4180 with CRLF,
 * UTF-8 without a mark. Missing values and no segment are empty.
 */
export async function* customersCsv({ rows, features, segmentNames }: CustomersCsvInput): AsyncGenerator<string> {
  const header = ['customer', 'country', ...features.map(({ id }) => id), 'segment', 'segment_name'];
  let chunk = `${header.map(textCell).join(',')}\r\n`;
  for await (const row of rows) {
    const cells = [textCell(row.id), textCell(row.country ?? '')];
    for (const { id, unit } of features) {
      const value = Object.hasOwn(row.features, id) ? (row.features[id] ?? null) : null;
      if (value === null) cells.push('');
      else if (typeof value === 'number') cells.push(numberCell(value));
      else cells.push(unit !== 'category' && isNumber(value) ? value : textCell(value));
    }
    const named = row.segment === null || row.segment < 0 ? null : row.segment;
    cells.push(named === null ? '' : String(named), named === null ? '' : textCell(segmentNames[named] ?? ''));
    chunk += `${cells.join(',')}\r\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
