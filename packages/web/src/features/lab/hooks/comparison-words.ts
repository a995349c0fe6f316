import type { FigureContext } from '@clientele/charts';
import type { Comparison } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** From which adjusted Rand index on two segmentations are called so. */
const verdicts = [
  [0.9, 'lab.side.same'],
  [0.65, 'lab.side.much'],
  [0.3, 'lab.side.partly'],
  [0.05, 'lab.side.little'],
] as const;

/** How much two segmentations have in common, in words. */
export function comparisonVerdict({ customers, adjustedRandIndex }: Comparison, text: Text): string {
  if (customers === 0) return text('lab.side.nobody');
  if (adjustedRandIndex === null) return text('lab.side.tooLittle');
  return text(verdicts.find(([from]) => adjustedRandIndex >= from)?.[1] ?? 'lab.side.chance');
}

export interface ComparisonFact {
  label: string;
  value: string;
  help: string;
}

/** The numbers of a comparison with what each means. */
export function comparisonFacts(
  comparison: Comparison,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): ComparisonFact[] {
  const { matched, adjustedRandIndex, adjustedMutualInformation, onlyFirst, onlySecond, first, second } = comparison;
  const only = (count: number, side: Comparison['first']): ComparisonFact[] =>
    count === 0
      ? []
      : [
          {
            label: text('lab.side.only', { name: side.name }),
            value: formats.count(count),
            help: text('lab.side.onlyHelp'),
          },
        ];
  return [
    {
      label: text('lab.side.matched'),
      value: formats.share(matched),
      help: text('lab.side.matchedHelp'),
    },
    {
      label: text('lab.side.ari'),
      value: formats.fixed(adjustedRandIndex, 2),
      help: text('lab.side.ariHelp'),
    },
    {
      label: text('lab.side.ami'),
      value: formats.fixed(adjustedMutualInformation, 2),
      help: text('lab.side.amiHelp'),
    },
    ...only(onlyFirst, first),
    ...only(onlySecond, second),
  ];
}
