import type { Explanation } from '@clientele/contracts';
import { numberCell, textCell } from '../../exports/csv-cell.ts';

const header = [
  'customer',
  'segment',
  'segment_name',
  'why',
  'change',
  'change_segment',
  'change_segment_name',
  'drift_days',
  'drift_segment',
  'drift_segment_name',
];

/** Explained customers as CSV, a line at a time: segment, why, the change that would move them and where they drift. RFC 4180 with CRLF; segment -1 is none. */
export function* explainedCsv(customers: Iterable<{ id: string; explanation: Explanation }>): Generator<string> {
  yield `${header.join(',')}\r\n`;
  for (const { id, explanation } of customers) {
    const { segment, name, sentence, change, drift } = explanation;
    const cells = [
      textCell(id),
      String(segment ?? -1),
      textCell(name ?? ''),
      textCell(sentence),
      textCell(change?.sentence ?? ''),
      change === null ? '' : numberCell(change.segment),
      textCell(change?.name ?? ''),
      drift === null ? '' : numberCell(drift.days),
      drift === null ? '' : numberCell(drift.segment),
      textCell(drift?.name ?? ''),
    ];
    yield `${cells.join(',')}\r\n`;
  }
}
