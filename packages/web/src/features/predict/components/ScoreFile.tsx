import { isClienteleError, type Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { useText } from '../../../lib/use-text.ts';
import { useScoreFile } from '../api/use-score-file.ts';
import { droppedFile } from '../hooks/dropped-file.ts';
import type { InputOf } from '../hooks/inputs.ts';
import { ScoredResult } from './ScoredResult.tsx';
import classes from './ScoreFile.module.css';

/** Failures that may pass; after the others it needs another file. */
const passing: ReadonlySet<string> = new Set(['internal', 'conflict', 'too-large', 'not-found']);

const kinds = '.csv,.tsv,.txt,.xlsx,.xls,.parquet,.json,.jsonl,.ndjson,.gz';

export interface ScoreFileProps {
  segmentation: Segmentation;
  inputs: readonly InputOf[];
  /** Opened by a button elsewhere too. */
  chooser: RefObject<HTMLInputElement | null>;
}

/** A file of new customers in, the same with their segments out. */
export function ScoreFile({ segmentation, inputs, chooser }: ScoreFileProps) {
  const text = useText();
  const run = useScoreFile(segmentation.id);
  const [isOver, setOver] = useState(false);
  const section = useRef<HTMLElement>(null);
  const { file, sent, job, isRunning, error, result } = run;
  useEffect(() => {
    if (file !== null) section.current?.scrollIntoView({ block: 'nearest' });
  }, [file]);
  const name = file?.name ?? '';
  const retry = file !== null && !(isClienteleError(error) && !passing.has(error.code)) ? () => run.score(file) : null;
  const { mapping, attributes } = segmentation.document.recipe.data;
  // Order lines say nothing of attributes.
  const isOfOrders = mapping.kind === 'orders' && attributes === undefined;
  const columns = inputs.map(({ id }) => id).join(', ');
  const choose = (
    <Button
      leftSection={<IconUpload size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => chooser.current?.click()}
    >
      {text(result === null ? 'score.choose' : 'score.another')}
    </Button>
  );
  return (
    <section
      ref={section}
      className={classes.score}
      aria-label={text('score.title')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const taken = droppedFile(event.dataTransfer, text);
        if (isClienteleError(taken)) run.refuse(taken);
        else run.score(taken);
      }}
    >
      <input
        ref={chooser}
        type="file"
        className="hidden-visually"
        tabIndex={-1}
        aria-label={text('score.chooser')}
        accept={kinds}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          currentTarget.value = '';
          if (chosen !== undefined) run.score(chosen);
        }}
      />
      <div className={classes.words}>
        <h2>{text('score.title')}</h2>
        <p>{text(isOfOrders ? 'score.leadOrders' : 'score.lead', { columns })}</p>
      </div>
      <div
        className={classes.work}
        data-state={isOver ? 'over' : isRunning ? 'busy' : result === null ? 'empty' : 'done'}
      >
        {isRunning ? (
          <Progress
            job={sent === null ? job : { step: text('score.sending', { name }), progress: sent, rows: null }}
            label={text('score.working', { name })}
            onCancel={run.cancel}
          />
        ) : result === null ? (
          <>
            {error !== null && <ErrorBlock error={error} {...(retry !== null && { onRetry: retry })} />}
            <p className={classes.drop}>{text('score.drop')}</p>
            {choose}
          </>
        ) : (
          <ScoredResult result={result} document={segmentation.document} another={choose} />
        )}
      </div>
    </section>
  );
}
