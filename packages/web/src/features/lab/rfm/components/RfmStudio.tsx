import type { DataFilters, Dataset, RfmScheme } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { Block } from '../../../../components/Block.tsx';
import { EmptyState } from '../../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../../components/ErrorBlock.tsx';
import { FigureFrame } from '../../../../components/FigureFrame.tsx';
import { useText } from '../../../../lib/use-text.ts';
import { rfmFeatures } from '../../hooks/recipe-form.ts';
import { isSameScheme } from '../hooks/scheme-edits.ts';
import { useRfmPresets } from '../hooks/use-rfm-grid.ts';
import { SchemeWorkbench } from './SchemeWorkbench.tsx';

export interface RfmStudioProps {
  dataset: Dataset;
  filters: DataFilters;
  asOf: string | null;
  /** The recipe's scheme; absent: the default one. */
  scheme: RfmScheme | undefined;
  onChange: (scheme: RfmScheme | undefined) => void;
  /** Takes another method where this one cannot be had. */
  onLeave: () => void;
}

/** The studio of RFM scores: the grid as a map to paint, its groups, how scores are given, and what the linter finds. */
export function RfmStudio({ dataset, filters, asOf, scheme, onChange, onLeave }: RfmStudioProps) {
  const text = useText();
  const { data: presets, error, refetch } = useRfmPresets();
  const usual = presets?.find(({ id }) => id === 'clientele')?.scheme;
  const hasFeatures = rfmFeatures.every((id) => dataset.features.some((feature) => feature.id === id));
  if (hasFeatures && presets !== undefined && usual !== undefined)
    return (
      <SchemeWorkbench
        dataset={dataset}
        filters={filters}
        asOf={asOf}
        presets={presets}
        scheme={scheme ?? usual}
        onChange={(next) => onChange(isSameScheme(next, usual) ? undefined : next)}
      />
    );
  return (
    <FigureFrame title={text('rfm-studio.title')}>
      {!hasFeatures ? (
        <EmptyState height={240} action={<Button onClick={onLeave}>{text('rfm-studio.toKmeans')}</Button>}>
          {text('rfm-studio.none', { dataset: dataset.name })}
        </EmptyState>
      ) : error !== null ? (
        <ErrorBlock error={error} height={240} onRetry={() => void refetch()} />
      ) : (
        <Block height={480} />
      )}
    </FigureFrame>
  );
}
