import type { FigureTable, Formats } from '@clientele/charts';
import type { ScoredFile, SegmentationDocument } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** How many customers of a scored file are in each segment, and beside it the segment's share when the segmentation was made. */
export function scoreTable(
  { rows, bySegment }: Pick<ScoredFile, 'rows' | 'bySegment'>,
  { segments, unassigned }: Pick<SegmentationDocument, 'segments' | 'unassigned'>,
  formats: Formats,
  text: Text,
): FigureTable {
  const number = (value: number | null, shown: string) => ({ value, text: shown });
  return {
    columns: [
      { key: 'segment', label: text('common.segment'), align: 'left' },
      { key: 'customers', label: text('common.customers'), align: 'right' },
      { key: 'share', label: text('common.share'), align: 'right' },
      { key: 'base', label: text('score.baseShare'), align: 'right' },
    ],
    rows: bySegment.map(({ segment, name, customers }) => {
      const share = rows === 0 ? null : customers / rows;
      const base = (segment < 0 ? unassigned?.share : segments.find(({ id }) => id === segment)?.share) ?? null;
      const named = segment < 0 ? text('common.noSegment') : name;
      return {
        segment: { value: named, text: named },
        customers: number(customers, formats.count(customers)),
        share: number(share, formats.share(share)),
        base: number(base, formats.share(base)),
      };
    }),
  };
}
