import { type FigureChoices, type FigureContext, umap as umapDefinition } from '@clientele/charts';
import { umapRanges } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { Block } from '../../../components/Block.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { NumberField } from '../../../components/NumberField.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useOpenCustomer } from '../../../lib/use-open-customer.ts';
import { useText } from '../../../lib/use-text.ts';
import { boxAround } from '../hooks/lasso-shapes.ts';
import type { LassoState } from '../hooks/use-lasso.ts';
import type { UmapRun } from '../hooks/use-umap.ts';
import { LassoBar } from './LassoBar.tsx';
import { LassoLayer } from './LassoLayer.tsx';
import classes from './UmapView.module.css';

const plotHeight = 360;
const { neighbours, minDistance } = umapRanges;

export interface UmapViewProps {
  umap: UmapRun;
  lasso: LassoState;
  choices: FigureChoices;
  context: FigureContext;
  /** The switch between the views. */
  actions: ReactNode;
}

/** Customers on a map by likeness, with the numbers that shape it, on a plane or in space. */
export function UmapView({ umap, lasso, choices, context, actions }: UmapViewProps) {
  const { request, change, projection, job, start } = umap;
  const text = useText();
  const sources = useMemo(() => (projection === null ? undefined : { umap: projection }), [projection]);
  const openCustomer = useOpenCustomer(projection?.points);
  const isDrawing = lasso.isDrawing && projection !== null;
  const form = (
    <>
      <div className={classes.form}>
        <NumberField
          label={text('lab.umap.neighbours')}
          value={request.neighbours}
          min={neighbours.min}
          max={neighbours.max}
          lockedBy={null}
          onChange={(next) => change({ neighbours: next })}
        />
        <NumberField
          label={text('lab.umap.minDistance')}
          value={request.minDistance}
          min={minDistance.min}
          max={minDistance.max}
          isWhole={false}
          lockedBy={null}
          onChange={(next) => change({ minDistance: next })}
        />
        <Segmented
          label={text('lab.umap.dimensions')}
          value={request.dimensions === 3 ? 'three' : 'two'}
          options={[
            { value: 'two', label: text('lab.umap.two') },
            { value: 'three', label: text('lab.umap.three') },
          ]}
          isDisabled={job.isRunning}
          onChange={(next) => umap.draw({ dimensions: next === 'three' ? 3 : 2 })}
        />
        <Button onClick={() => void start()} disabled={job.isRunning || projection !== null}>
          {text('lab.umap.draw')}
        </Button>
        <p>{text('lab.umap.hint')}</p>
      </div>
      {isDrawing && <LassoBar whole={boxAround(projection)} onDraw={lasso.draw} />}
    </>
  );
  if (projection !== null && !job.isRunning)
    return (
      <RegisteredFigure
        // A drawing of another kind begins anew.
        key={request.dimensions}
        definition={umapDefinition}
        sources={sources}
        choices={choices}
        context={context}
        actions={actions}
        above={form}
        onMark={openCustomer}
        overlay={isDrawing ? (chart) => <LassoLayer chart={chart} onDraw={lasso.draw} /> : undefined}
      />
    );
  return (
    <FigureFrame title={text('umap.titlePlain')} subtitle={text('umap.subtitle')} actions={actions}>
      {form}
      <div className={classes.plot} style={{ minHeight: plotHeight }}>
        {job.isRunning ? (
          <>
            <Progress job={job.job} label={text('lab.umap.starting')} onCancel={job.cancel} />
            <Block height={plotHeight - 48} />
          </>
        ) : job.error !== null ? (
          <ErrorBlock error={job.error} onRetry={() => void start()} />
        ) : (
          <EmptyState height={plotHeight}>{text('lab.umap.notYet')}</EmptyState>
        )}
      </div>
    </FigureFrame>
  );
}
