import type { Candidate, KArgument, KChoice } from '@clientele/contracts';
import { count, fixed, share } from './numbers.ts';
import { textTable } from './text-table.ts';

interface Column {
  label: string;
  text(candidate: Candidate): string;
  /** Whose k is marked in it. */
  measure: KArgument['votes'][number]['measure'] | null;
  /** Whether some candidates lack it. */
  value?(candidate: Candidate): number | undefined;
}

const columns: readonly Column[] = [
  { label: 'Inertia', measure: 'inertia', text: ({ inertia }) => fixed(inertia, 3) },
  { label: 'Silhouette', measure: 'silhouette', text: ({ silhouette }) => fixed(silhouette, 4) },
  { label: 'Davies-Bouldin', measure: 'daviesBouldin', text: ({ daviesBouldin }) => fixed(daviesBouldin, 4) },
  {
    label: 'Calinski-Harabasz',
    measure: 'calinskiHarabasz',
    text: ({ calinskiHarabasz }) => fixed(calinskiHarabasz, 1),
  },
  {
    label: 'Gap',
    measure: 'gap',
    value: ({ gap }) => gap,
    text: ({ gap, gapError }) => `${fixed(gap ?? null, 3)} ± ${fixed(gapError ?? null, 3)}`,
  },
  {
    label: 'Prediction',
    measure: 'predictionStrength',
    value: (candidate) => candidate.predictionStrength,
    text: (candidate) => fixed(candidate.predictionStrength ?? null, 2),
  },
  {
    label: 'Stability',
    measure: null,
    value: ({ jaccard }) => jaccard,
    text: ({ jaccard }) => fixed(jaccard ?? null, 2),
  },
  {
    label: 'Least stable',
    measure: 'stability',
    value: ({ jaccardLowest }) => jaccardLowest,
    text: ({ jaccardLowest }) => fixed(jaccardLowest ?? null, 2),
  },
  { label: 'Smallest', measure: 'smallest', text: ({ smallest }) => count(smallest) },
  {
    label: 'Revenue apart',
    measure: 'revenueApart',
    value: (candidate) => candidate.revenueApart,
    text: (candidate) => share(candidate.revenueApart ?? null),
  },
  { label: 'BIC', measure: 'bic', value: ({ bic }) => bic, text: ({ bic }) => fixed(bic ?? null, 1) },
];

/** Every measure for every k: an arrow at the recommended one, a star at those that measures name where evidence was asked for. */
export function kTable({ candidates, recommended, argument }: KChoice): string {
  const votes = argument?.votes ?? [];
  const shown = columns.filter(
    ({ value }) => value === undefined || candidates.some((candidate) => value(candidate) !== undefined),
  );
  return textTable(
    [{ label: 'k', align: 'right' }, ...shown.map(({ label }) => ({ label, align: 'right' as const }))],
    candidates.map((candidate) => [
      `${candidate.k === recommended.k ? '→ ' : ''}${candidate.k}`,
      ...shown.map(({ text, value, measure }) => {
        const isNamed = votes.some((vote) => vote.measure === measure && vote.k === candidate.k);
        return `${isNamed ? '* ' : ''}${value !== undefined && value(candidate) === undefined ? '–' : text(candidate)}`;
      }),
    ]),
  );
}

const names: Record<KArgument['votes'][number]['measure'], string> = {
  silhouette: 'Silhouette',
  daviesBouldin: 'Davies-Bouldin',
  calinskiHarabasz: 'Calinski-Harabasz',
  bic: 'BIC',
  inertia: 'Inertia',
  gap: 'Gap',
  predictionStrength: 'Prediction strength',
  stability: 'Stability',
  smallest: 'Smallest segment',
  revenueApart: 'Revenue told apart',
};

/** What each measure names, why they disagree, and what one segment less or more would do. */
export function argumentText({ votes, disagreement, fewer, more }: KArgument): string {
  const table = textTable(
    [{ label: 'Measure' }, { label: 'k', align: 'right' }, { label: '* named by which rule' }],
    votes.map(({ measure, k, says }) => [names[measure], k === null ? '–' : String(k), says]),
  );
  const steps = [
    ...(fewer === null ? [] : [`One less: ${fewer.sentence}`]),
    ...(more === null ? [] : [`One more: ${more.sentence}`]),
  ];
  return ['', table, '', disagreement, ...steps.flatMap((step) => ['', step])].join('\n');
}
