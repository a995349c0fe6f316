import { type FigureContext, projectionFigure } from '@clientele/charts';
import { umapRequestSchema } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { Block } from '../../../components/Block.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { FigureView } from '../../../components/FigureView.tsx';
import { Progress } from '../../../components/Progress.tsx';
import type { UmapRun } from '../hooks/use-umap.ts';
import { NumberField } from './NumberField.tsx';
import classes from './UmapView.module.css';

const plotHeight = 360;
const { neighbours, minDistance } = umapRequestSchema.shape;
const rangeOf = ({ minValue, maxValue }: { minValue: number | null; maxValue: number | null }) => ({
  min: minValue ?? 0,
  max: maxValue ?? Number.MAX_SAFE_INTEGER,
});

export interface UmapViewProps {
  umap: UmapRun;
  context: FigureContext;
  /** The switch between the views. */
  actions: ReactNode;
}

/** Customers on a map by likeness, with the two numbers that shape it. */
export function UmapView({ umap, context, actions }: UmapViewProps) {
  const { request, change, projection, job, start } = umap;
  const figure = useMemo(
    () => (projection === null ? null : projectionFigure(projection, context)),
    [projection, context],
  );
  const form = (
    <div className={classes.form}>
      <NumberField
        label="Neighbours"
        value={request.neighbours}
        {...rangeOf(neighbours.unwrap())}
        lockedBy={null}
        onChange={(next) => change({ neighbours: next })}
      />
      <NumberField
        label="Minimum distance"
        value={request.minDistance}
        {...rangeOf(minDistance.unwrap())}
        isWhole={false}
        lockedBy={null}
        onChange={(next) => change({ minDistance: next })}
      />
      <Button onClick={() => void start()} disabled={job.isRunning || projection !== null}>
        Draw
      </Button>
      <p>Few neighbours show detail, many the whole; a small distance packs like customers tightly.</p>
    </div>
  );
  if (figure !== null && !job.isRunning)
    return <FigureView figure={figure} name="UMAP" actions={actions} above={form} />;
  return (
    <FigureFrame
      title="Customers on a map by likeness"
      subtitle="UMAP: like customers near each other; distances between far groups mean little"
      actions={actions}
    >
      {form}
      <div className={classes.plot} style={{ minHeight: plotHeight }}>
        {job.isRunning ? (
          <>
            <Progress job={job.job} label="Starting UMAP" onCancel={job.cancel} />
            <Block height={plotHeight - 48} />
          </>
        ) : job.error !== null ? (
          <ErrorBlock error={job.error} onRetry={() => void start()} />
        ) : (
          <EmptyState height={plotHeight}>Not drawn with these numbers yet.</EmptyState>
        )}
      </div>
    </FigureFrame>
  );
}
