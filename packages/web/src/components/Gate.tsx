import type { Dataset } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDataset } from '../lib/use-dataset.ts';
import { useSegmentation } from '../lib/use-segmentation.ts';
import { useText } from '../lib/use-text.ts';
import { EmptyState } from './EmptyState.tsx';
import { ErrorBlock } from './ErrorBlock.tsx';

export interface GateProps {
  /** What the screen cannot do without. */
  needs: 'data' | 'segmentation';
  /** Stands above what the gate says; the screen behind it brings its own. */
  head?: ReactNode;
  /** The layout while what is needed is on its way. */
  loading: ReactNode;
  /** True while the screen waits for something of its own. */
  isWaiting?: boolean;
  /** A failure of the screen's own, and how it asks again. */
  error?: Error | null;
  onRetry?: () => void;
  children: (dataset: Dataset) => ReactNode;
}

const missing = {
  data: { why: 'gate.data', action: 'gate.data.action', to: '/data' },
  segmentation: { why: 'gate.segmentation', action: 'gate.segmentation.action', to: '/lab' },
} as const;

/** Lets a screen through once what it needs is there; until then the failure, what is missing, or the layout. */
export function Gate({ needs, head, loading, isWaiting = false, error = null, onRetry, children }: GateProps) {
  const { dataset, isPending: isDatasetPending, error: datasetError, refetch } = useDataset();
  const { segmentation, isPending, error: segmentationError } = useSegmentation();
  const navigate = useNavigate();
  const text = useText();
  const failure = datasetError ?? segmentationError ?? error;
  if (failure !== null)
    return (
      <>
        {head}
        <ErrorBlock
          error={failure}
          onRetry={() => {
            refetch();
            onRetry?.();
          }}
          height={240}
        />
      </>
    );
  const lacks =
    dataset === null && !isDatasetPending
      ? missing.data
      : needs === 'segmentation' && segmentation === null && !isPending
        ? missing.segmentation
        : null;
  if (lacks !== null)
    return (
      <>
        {head}
        <EmptyState
          height={320}
          action={
            <Button variant="filled" onClick={() => void navigate({ to: lacks.to, search: true })}>
              {text(lacks.action)}
            </Button>
          }
        >
          {text(lacks.why)}
        </EmptyState>
      </>
    );
  if (dataset === null || isPending || isWaiting)
    return (
      <>
        {head}
        {loading}
      </>
    );
  return children(dataset);
}
