import { capitalised, type FigureContext, kSentence, measuresOf, qualityOverK } from '@clientele/charts';
import type { KChoice, Method } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { ChartClick } from '../../../components/Chart.tsx';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { FigureView } from '../../../components/FigureView.tsx';
import { HelpButton } from '../../../components/HelpButton.tsx';
import { methodLabel } from '../../../lib/method-label.ts';
import { useFigureSetting } from '../../../lib/use-formats.ts';
import type { KEvidenceRun } from '../hooks/use-k-choice.ts';
import { KArgumentBlock } from './KArgumentBlock.tsx';
import classes from './KChoicePanel.module.css';
import { QualityTable } from './QualityTable.tsx';
import { Warnings } from './Warnings.tsx';

/** As many lines as stand in a row; a mixture's BIC goes before the rest, all of which the table has. */
const mostLines = 4;

export interface KChoicePanelProps {
  choice: KChoice;
  evidence: KEvidenceRun;
  picked: number | 'auto';
  method: Method;
  /** Null for a method that has none. */
  starts: number | null;
  context: FigureContext;
  /** True where the recipe has changed since. */
  isOutdated: boolean;
  onPick: (k: number) => void;
  /** Measures the recipe as it stands; absent while it cannot be. */
  onAgain: (() => void) | undefined;
}

/** The argument for a k: one sentence, four measures as lines, all of them as a table, and what the slow ones add once they are there. */
export function KChoicePanel({
  choice,
  evidence,
  picked,
  method,
  starts,
  context,
  isOutdated,
  onPick,
  onAgain,
}: KChoicePanelProps) {
  const { formats, text } = context;
  const { recommended } = choice;
  const candidates = useMemo(() => [...choice.candidates].sort((left, right) => left.k - right.k), [choice]);
  const k = picked === 'auto' ? recommended.k : picked;
  const measures = useMemo(() => measuresOf(candidates).slice(0, mostLines), [candidates]);
  const setting = useFigureSetting();
  const figures = useMemo(
    () =>
      measures.map((measure) =>
        qualityOverK.make({ kChoice: choice }, { ...setting, ...context, choices: { measure, k } }),
      ),
    [choice, measures, k, setting, context],
  );
  const pickPoint = useCallback(
    ({ dataIndex }: ChartClick) => {
      const candidate = candidates[dataIndex];
      if (candidate !== undefined) onPick(candidate.k);
    },
    [candidates, onPick],
  );
  const isRecommended = k === recommended.k;
  const why = isRecommended
    ? recommended.why.replace(/^k = \d+: /, '')
    : (kSentence(choice, k, context) ?? text('lab.choice.notTried'));
  const word = capitalised(text('number.word', { n: k, count: formats.count(k) }));
  const about = { method: methodLabel(method, text), customers: formats.count(choice.customers) };
  const subtitle =
    starts === null
      ? text('lab.choice.subtitle', about)
      : text('lab.choice.subtitleStarts', { ...about, n: starts, starts: formats.count(starts) });
  return (
    <FigureFrame
      title={
        isRecommended
          ? text('lab.choice.recommended', { segments: word })
          : text('lab.choice.other', { segments: word, recommended: formats.count(recommended.k) })
      }
      subtitle={isOutdated ? text('lab.choice.outdated', { subtitle }) : subtitle}
      actions={
        <>
          {isOutdated && onAgain !== undefined && (
            <Button className="compact" onClick={onAgain}>
              {text('lab.choice.again')}
            </Button>
          )}
          <HelpButton of={text(qualityOverK.name)} help={text(qualityOverK.help)} />
        </>
      }
    >
      <div data-stale={isOutdated || undefined}>
        <p className={classes.why}>
          <strong>{text('lab.choice.k', { k })}</strong> {capitalised(why)}
        </p>
        <div className={classes.grid}>
          {figures.map((figure, index) => (
            <FigureView
              key={measures[index]}
              figure={figure}
              name={text(qualityOverK.name)}
              height={124}
              onMark={pickPoint}
              className={classes.line}
            />
          ))}
        </div>
        <QualityTable choice={choice} isAwaiting={evidence.isAwaited} picked={k} context={context} onPick={onPick} />
        <KArgumentBlock choice={choice} evidence={evidence} isOutdated={isOutdated} context={context} />
        <Warnings problems={choice.warnings.filter(({ severity }) => severity === 'warning')} />
      </div>
    </FigureFrame>
  );
}
