import type { Formats } from '@clientele/charts';
import type { Comparison } from '@clientele/contracts';

/** From which adjusted Rand index on two segmentations are called so. */
const verdicts = [
  [0.9, 'Nearly the same segments'],
  [0.65, 'Much the same segments; some customers change places'],
  [0.3, 'Partly the same: some segments agree, others are cut differently'],
  [0.05, 'Little in common: they cut the customers differently'],
] as const;

/** How much two segmentations have in common, in words. */
export function comparisonVerdict({ customers, adjustedRandIndex }: Comparison): string {
  if (customers === 0) return 'They share no customer';
  if (adjustedRandIndex === null) return 'There is too little to compare';
  return verdicts.find(([from]) => adjustedRandIndex >= from)?.[1] ?? 'No more in common than chance would give';
}

export interface ComparisonFact {
  label: string;
  value: string;
  help: string;
}

/** The numbers of a comparison with what each means. */
export function comparisonFacts(comparison: Comparison, formats: Formats): ComparisonFact[] {
  const { matched, adjustedRandIndex, adjustedMutualInformation, onlyFirst, onlySecond, first, second } = comparison;
  const only = (count: number, side: Comparison['first']): ComparisonFact[] =>
    count === 0
      ? []
      : [
          {
            label: `Only in ${side.name}`,
            value: formats.count(count),
            help: 'customers that the other does not know; left out',
          },
        ];
  return [
    {
      label: 'In matched segments',
      value: formats.share(matched),
      help: 'each segment is paired with one of the other so that most customers stay together; share of customers in those pairs',
    },
    {
      label: 'Adjusted Rand index',
      value: formats.fixed(adjustedRandIndex, 2),
      help: 'of all pairs of customers, how often both say together or both say apart; 1 is the same, 0 is chance',
    },
    {
      label: 'Adjusted mutual information',
      value: formats.fixed(adjustedMutualInformation, 2),
      help: 'how much one segment tells about the other; 1 is everything, 0 is chance',
    },
    ...only(onlyFirst, first),
    ...only(onlySecond, second),
  ];
}
