import type { Prediction } from '@clientele/contracts';
import type { FeatureTable } from '../features/feature-table.ts';
import { numberCell, textCell } from './csv-cell.ts';

/** Scored customers as CSV, a line at a time: customer, features, segment, confidence and runner-up. RFC 4180 with CRLF. */
export function* scoredCsv(table: FeatureTable, predictions: Iterable<Prediction>): Generator<string> {
  const features = table.features.map(({ id }) => id);
  const header = [
    'customer',
    ...features,
    'segment',
    'segment_name',
    'confidence',
    'runner_up',
    'runner_up_confidence',
  ];
  yield `${header.map(textCell).join(',')}\r\n`;
  let row = 0;
  for (const prediction of predictions) {
    const values = features.map((id) => {
      const number = table.numbers[id]?.[row];
      if (number !== undefined) return Number.isNaN(number) ? '' : numberCell(number);
      return textCell(table.categories[id]?.[row] ?? '');
    });
    const next = prediction.runnerUp;
    const cells = [
      textCell(table.ids[row] ?? ''),
      ...values,
      String(prediction.segment),
      textCell(prediction.name),
      numberCell(prediction.confidence),
      textCell(next?.name ?? ''),
      next === null ? '' : numberCell(next.confidence),
    ];
    yield `${cells.join(',')}\r\n`;
    row++;
  }
}
