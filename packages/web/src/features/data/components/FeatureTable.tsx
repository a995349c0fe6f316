import type { FigureTable } from '@clientele/charts';
import type { FeatureColumn } from '@clientele/contracts';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { counted } from '../../../lib/count-word.ts';
import { formatsFor } from '../../../lib/formats-for.ts';

const tallest = 480;

/** The features that a table of customers offers, and why each is suggested or not. */
export function FeatureTable({ features, rows }: { features: readonly FeatureColumn[]; rows: number }) {
  const formats = formatsFor(null);
  const suggested = features.filter(({ suggested: isSuggested }) => isSuggested).length;
  const table: FigureTable = {
    columns: [
      { key: 'name', label: 'Column', align: 'left' },
      { key: 'type', label: 'Read as', align: 'left' },
      { key: 'missing', label: 'Missing', align: 'right' },
      { key: 'distinct', label: 'Different values', align: 'right' },
      { key: 'suggested', label: 'First recipe', align: 'left' },
      { key: 'why', label: 'Why', align: 'left' },
    ],
    rows: features.map((feature) => ({
      name: { text: feature.name, value: feature.name },
      type: {
        text:
          feature.type === 'number'
            ? 'number'
            : `category: ${feature.values.slice(0, 4).join(', ')}${feature.values.length > 4 ? ' …' : ''}`,
        value: feature.type,
      },
      missing: {
        text: feature.missing === 0 ? '–' : formats.share(feature.missing / Math.max(1, rows)),
        value: feature.missing,
      },
      distinct: { text: formats.count(feature.distinct), value: feature.distinct },
      suggested: { text: feature.suggested ? 'taken' : 'left out', value: String(feature.suggested) },
      why: { text: feature.why ?? '', value: feature.why ?? '' },
    })),
  };
  return (
    <FigureFrame
      title={`${counted(features.length, 'feature', formats.count(features.length))} on offer, ${formats.count(suggested)} taken into the first recipe`}
      subtitle="Columns that can part customers; the Lab lets you choose others after the import"
    >
      <StatTable table={table} label="Features on offer" maxHeight={tallest} />
    </FigureFrame>
  );
}
