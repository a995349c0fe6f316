import { dendrogram, type FigureContext, silhouette } from '@clientele/charts';
import { type Dataset, methodTable, type Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { modelFact } from '../hooks/model-fact.ts';
import { ComparePanel } from './ComparePanel.tsx';
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

/** What a recipe gave: points, silhouettes, sizes, the tree where there is one, doubts, and another one beside it. */
export function ResultPanel({ segmentation, dataset, isOutdated, onTakeOver }: ResultPanelProps) {
  const formats = useFormats();
  const text = useText();
  const { document, name, draft } = segmentation;
  const { model, unassigned, customers } = document;
  const context = useMemo<FigureContext>(
    () => ({ formats, text, segmentNames: document.segments.map((segment) => segment.name) }),
    [formats, text, document],
  );
  const sources = useMemo(() => ({ segmentation: document }), [document]);
  const dropped = document.preparation.dropped;
  const fact = modelFact(model, formats);
  return (
    <section aria-label="Result" className={classes.result}>
      <div className={classes.resultHead}>
        <p>
          <strong>{draft ? 'Not saved yet' : name}</strong>: {methodTable[document.method].label}
          {fact !== null && ` (${fact})`}, {formats.count(model.k)} segments of {formats.count(customers)} customers
          {unassigned !== null && (
            <>
              , <strong>{formats.count(unassigned.size)}</strong> of them ({formats.share(unassigned.share)}) in no
              segment
            </>
          )}
          {dropped > 0 && `, ${formats.count(dropped)} left out because a feature was missing`}.
          {isOutdated && ' The form holds another recipe by now: run it to see what it gives.'}
        </p>
        {isOutdated && <Button onClick={onTakeOver}>Back to this recipe</Button>}
      </div>
      <Warnings problems={document.warnings} />
      <div className={classes.grid}>
        <ScatterPanel segmentation={segmentation} dataset={dataset} context={context} />
        <RegisteredFigure definition={silhouette} sources={sources} context={context} />
        <SizesPanel segmentation={segmentation} context={context} />
        <RegisteredFigure definition={dendrogram} sources={sources} context={context} />
        <ComparePanel segmentation={segmentation} />
      </div>
    </section>
  );
}
