import type { FigureContext } from '@clientele/charts';
import { type Dataset, methodLabels, type Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useFormats } from '../../../lib/use-formats.ts';
import classes from './ResultPanel.module.css';
import { ScatterPanel } from './ScatterPanel.tsx';
import { SizesPanel } from './SizesPanel.tsx';
import { Warnings } from './Warnings.tsx';

export interface ResultPanelProps {
  segmentation: Segmentation;
  dataset: Dataset;
  /** True where the form holds another recipe by now. */
  isOutdated: boolean;
  onTakeOver: () => void;
}

/** What a recipe gave: points, sizes, quality, doubts. */
export function ResultPanel({ segmentation, dataset, isOutdated, onTakeOver }: ResultPanelProps) {
  const formats = useFormats();
  const { document, name, draft } = segmentation;
  const context = useMemo<FigureContext>(
    () => ({ formats, segmentNames: document.segments.map((segment) => segment.name) }),
    [formats, document],
  );
  const dropped = document.preparation.dropped;
  return (
    <section aria-label="Result" className={classes.result}>
      <div className={classes.resultHead}>
        <p>
          <strong>{draft ? 'Not saved yet' : name}</strong>: {methodLabels[document.method]},{' '}
          {formats.count(document.model.k)} segments of {formats.count(document.customers)} customers
          {dropped > 0 && `, ${formats.count(dropped)} left out because a feature was missing`}.
          {isOutdated && ' The form holds another recipe by now: run it to see what it gives.'}
        </p>
        {isOutdated && <Button onClick={onTakeOver}>Back to this recipe</Button>}
      </div>
      <Warnings problems={document.warnings} />
      <div className={classes.grid}>
        <ScatterPanel segmentation={segmentation} dataset={dataset} context={context} />
        <SizesPanel segmentation={segmentation} context={context} />
      </div>
    </section>
  );
}
