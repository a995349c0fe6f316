import type { FigureContext } from '@clientele/charts';
import type { KChoice } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useId } from 'react';
import { Block } from '../../../components/Block.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { Progress } from '../../../components/Progress.tsx';
import type { KEvidenceRun } from '../hooks/use-k-choice.ts';
import { voteLabels, votesUpTo } from '../hooks/vote-labels.ts';
import classes from './KArgumentBlock.module.css';
import { KStepBlock } from './KStepBlock.tsx';

export interface KArgumentBlockProps {
  choice: KChoice;
  evidence: KEvidenceRun;
  isOutdated: boolean;
  context: FigureContext;
}

/** What each measure names, why they disagree, and what hangs on one segment less or more; its room is kept while it is on its way. */
export function KArgumentBlock({ choice, evidence, isOutdated, context }: KArgumentBlockProps) {
  const { text, formats } = context;
  const heading = useId();
  const { argument, recommended } = choice;
  if (argument === null) {
    if (isOutdated) return null;
    if (evidence.error !== null) return <ErrorBlock error={evidence.error} onRetry={() => void evidence.start()} />;
    return (
      <div className={classes.argument}>
        {evidence.isAwaited ? (
          <>
            <Progress job={evidence.job} label={text('lab.argue.measuring')} onCancel={evidence.cancel} />
            <Block height={132} />
            <div className={classes.steps}>
              <Block height={248} />
              <Block height={248} />
            </div>
          </>
        ) : (
          <Button className="compact" onClick={() => void evidence.start()}>
            {text('lab.argue.measure')}
          </Button>
        )}
      </div>
    );
  }
  const { votes, disagreement, fewer, more } = argument;
  const tried = choice.candidates.map(({ k }) => k);
  return (
    <section className={classes.argument} aria-labelledby={heading}>
      <div>
        <h3 id={heading} className={classes.heading}>
          {text('lab.argue.title')}
        </h3>
        <dl className={classes.votes}>
          {votes.map(({ measure, k }) => (
            <div key={measure} data-same={k === recommended.k || undefined}>
              <dt>{text(voteLabels[measure])}</dt>
              <dd>
                {k === null
                  ? text('lab.argue.none')
                  : votesUpTo.has(measure)
                    ? text('lab.argue.upTo', { k: formats.count(k) })
                    : formats.count(k)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div>
        <p className={classes.disagreement}>{disagreement}</p>
        <details className={classes.details}>
          <summary>{text('lab.argue.rules')}</summary>
          <ul>
            {votes.map(({ measure, says }) => (
              <li key={measure}>
                <strong>{text(voteLabels[measure])}.</strong> {says}
              </li>
            ))}
          </ul>
        </details>
      </div>
      <div className={classes.steps}>
        <KStepBlock
          title={text('lab.argue.fewer', { k: formats.count(recommended.k - 1) })}
          step={fewer}
          side="fewer"
          none={text(recommended.k <= 2 ? 'lab.argue.fewest' : 'lab.argue.notTried', { k: recommended.k - 1 })}
          context={context}
        />
        <KStepBlock
          title={text('lab.argue.more', { k: formats.count(recommended.k + 1) })}
          step={more}
          side="more"
          none={text(tried.includes(recommended.k + 1) ? 'lab.argue.notMade' : 'lab.argue.notTried', {
            k: recommended.k + 1,
          })}
          context={context}
        />
      </div>
    </section>
  );
}
