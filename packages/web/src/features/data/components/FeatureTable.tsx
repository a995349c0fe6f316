import type { FigureTable } from '@clientele/charts';
import type { FeatureColumn } from '@clientele/contracts';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useText } from '../../../lib/use-text.ts';

const tallest = 480;

/** The features that a table of customers offers, and why each is suggested or not. */
export function FeatureTable({ features, rows }: { features: readonly FeatureColumn[]; rows: number }) {
  const text = useText();
  const formats = formatsFor(null);
  const suggested = features.filter(({ suggested: isSuggested }) => isSuggested).length;
  const table: FigureTable = {
    columns: [
      { key: 'name', label: text('features.column'), align: 'left' },
      { key: 'type', label: text('features.type'), align: 'left' },
      { key: 'missing', label: text('features.missing'), align: 'right' },
      { key: 'distinct', label: text('features.distinct'), align: 'right' },
      { key: 'suggested', label: text('features.first'), align: 'left' },
      { key: 'why', label: text('features.why'), align: 'left' },
    ],
    rows: features.map((feature) => ({
      name: { text: feature.name, value: feature.name },
      type: {
        text:
          feature.type === 'number'
            ? text('features.number')
            : text('features.category', {
                values: `${feature.values.slice(0, 4).join(', ')}${feature.values.length > 4 ? ' …' : ''}`,
              }),
        value: feature.type,
      },
      missing: {
        text: feature.missing === 0 ? '–' : formats.share(feature.missing / Math.max(1, rows)),
        value: feature.missing,
      },
      distinct: { text: formats.count(feature.distinct), value: feature.distinct },
      suggested: {
        text: text(feature.suggested ? 'features.taken' : 'features.left'),
        value: String(feature.suggested),
      },
      why: { text: feature.why ?? '', value: feature.why ?? '' },
    })),
  };
  return (
    <FigureFrame
      title={text('features.title', { n: features.length, taken: formats.count(suggested) })}
      subtitle={text('features.subtitle')}
    >
      <StatTable table={table} label={text('features.table')} maxHeight={tallest} />
    </FigureFrame>
  );
}
