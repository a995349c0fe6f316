import { capitalised, type FigureContext, kSentence, measuresOf, qualityOverKFigure } from '@clientele/charts';
import { type KChoice, type Method, methodTable } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { ChartClick } from '../../../components/Chart.tsx';
import { FigureFrame } from '../../../components/FigureFrame.tsx';
import { FigureView } from '../../../components/FigureView.tsx';
import { countWordFirst } from '../../../lib/count-word.ts';
import classes from './KChoicePanel.module.css';
import { QualityTable } from './QualityTable.tsx';
import { Warnings } from './Warnings.tsx';

/** As many lines as the table beside them is high; a mixture's BIC goes before the rest, all of which the table has. */
const mostLines = 4;

export interface KChoicePanelProps {
  choice: KChoice;
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

/** The argument for a k: one sentence, four measures as lines, and all of them as a table. */
export function KChoicePanel({
  choice,
  picked,
  method,
  starts,
  context,
  isOutdated,
  onPick,
  onAgain,
}: KChoicePanelProps) {
  const { formats } = context;
  const { recommended } = choice;
  const candidates = useMemo(() => [...choice.candidates].sort((left, right) => left.k - right.k), [choice]);
  const k = picked === 'auto' ? recommended.k : picked;
  const measures = useMemo(() => measuresOf(candidates).slice(0, mostLines), [candidates]);
  const figures = useMemo(
    () => measures.map((measure) => qualityOverKFigure({ choice, measure, picked: k }, context)),
    [choice, measures, k, context],
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
    : (kSentence(choice, k, formats) ?? 'This k was not among those tried; widen the range and choose again.');
  const runs = starts === null ? '' : starts === 1 ? ', one start' : `, best of ${formats.count(starts)} starts`;
  return (
    <FigureFrame
      title={
        isRecommended
          ? `${countWordFirst(k)} segments are recommended`
          : `${countWordFirst(k)} segments; ${formats.count(recommended.k)} are recommended`
      }
      subtitle={`Quality over k, ${methodTable[method].label}${runs}, ${formats.count(choice.customers)} customers${isOutdated ? '; of the former recipe' : ''}`}
      actions={
        isOutdated &&
        onAgain !== undefined && (
          <Button className="compact" onClick={onAgain}>
            Choose k again
          </Button>
        )
      }
    >
      <div data-stale={isOutdated || undefined}>
        <p className={classes.why}>
          <strong>k = {k}.</strong> {capitalised(why)}
        </p>
        <div className={classes.grid}>
          {figures.map((figure, index) => (
            <FigureView
              key={measures[index]}
              figure={figure}
              name="Quality over k"
              height={124}
              onMark={pickPoint}
              className={classes.line}
            />
          ))}
          <QualityTable choice={choice} picked={k} context={context} onPick={onPick} />
        </div>
        <Warnings problems={choice.warnings.filter(({ severity }) => severity === 'warning')} />
      </div>
    </FigureFrame>
  );
}
