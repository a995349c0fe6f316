import { dendrogram, type FigureContext, silhouette } from '@clientele/charts';
import type { Dataset, Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { methodLabel } from '../../../lib/method-label.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { modelFact } from '../hooks/model-fact.ts';
import { ComparePanel } from './ComparePanel.tsx';
import classes from './ResultPanel.module.css';
import { ScatterPanel } from './ScatterPanel.tsx';
import { SizesPanel } from './SizesPanel.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';
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
  const fact = modelFact(model, context);
  const method = methodLabel(document.method, text);
  return (
    <section aria-label={text('lab.result')} className={classes.result}>
      <div className={classes.resultHead}>
        <p>
          <strong>{draft ? text('lab.result.draft') : name}</strong>
          {': '}
          {text('lab.result.line', {
            method: fact === null ? method : text('lab.result.method', { method, fact }),
            k: model.k,
            n: customers,
            customers: formats.count(customers),
          })}
          {unassigned !== null &&
            text('lab.result.unassigned', {
              customers: formats.count(unassigned.size),
              share: formats.share(unassigned.share),
            })}
          {dropped > 0 && text('lab.result.dropped', { customers: formats.count(dropped) })}.
          {isOutdated && ` ${text('lab.result.outdated')}`}
        </p>
        {isOutdated && <Button onClick={onTakeOver}>{text('lab.result.back')}</Button>}
      </div>
      <Warnings problems={document.warnings} />
      <VerdictPanel segmentation={segmentation} context={context} />
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
