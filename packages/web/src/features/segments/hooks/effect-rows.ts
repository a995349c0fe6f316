import { type FigureContext, featureLabel } from '@clientele/charts';
import type { SegmentationDocument } from '@clientele/contracts';
import type { DivergingRow } from '../../../components/DivergingBars.tsx';

const mostRows = 6;
const telling = 0.1;

/** How far each feature of a segment lies from the base, in standard deviations, farthest first. */
export function effectRows(
  { segments, preparation }: Pick<SegmentationDocument, 'segments' | 'preparation'>,
  segment: number,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): DivergingRow[] {
  const traits = segments.find(({ id }) => id === segment)?.traits ?? [];
  return traits
    .filter(({ effect }) => Math.abs(effect) >= telling)
    .slice(0, mostRows)
    .flatMap(({ column, effect }) => {
      const prepared = preparation.columns[column];
      if (prepared === undefined) return [];
      const label = featureLabel(prepared, { text });
      return [
        {
          id: String(column),
          label: prepared.category === null ? label : `${label}: ${prepared.category}`,
          value: effect,
          text: `${effect > 0 ? '+' : ''}${formats.fixed(effect, 1)}`,
        },
      ];
    });
}
