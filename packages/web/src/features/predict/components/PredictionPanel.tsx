import { segmentDistancesFigure } from '@clientele/charts';
import type { Prediction, SegmentationDocument } from '@clientele/contracts';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { useFigureContext } from '../../../lib/use-formats.ts';
import classes from './Predict.module.css';

export interface PredictionPanelProps {
  prediction: Prediction;
  document: SegmentationDocument;
  query: QueryState;
}

/** No model is wholly sure. */
const almost = 0.99;

/** The segment, how clear it is, what comes second, and what there is to know. */
export function PredictionPanel({ prediction, document, query }: PredictionPanelProps) {
  const context = useFigureContext();
  const { formats } = context;
  const { segment, name, confidence, runnerUp, notes } = prediction;
  const sure = (share: number) =>
    share > almost
      ? `over ${formats.share(almost, 0)}`
      : share < 1 - almost
        ? `under ${formats.share(1 - almost, 0)}`
        : formats.share(share, 0);
  const figure = useMemo(() => segmentDistancesFigure(prediction, context), [prediction, context]);
  const advice = document.segments.find(({ id }) => id === segment)?.advice;
  return (
    <>
      <div className={classes.verdict} aria-live="polite">
        <p className={classes.name}>
          <SegmentDot segment={segment} size={16} />
          {name}
        </p>
        {segment < 0 ? (
          <p className={classes.confidence}>These values are unlike those of any segment.</p>
        ) : (
          <p className={classes.confidence}>
            <strong>{sure(confidence)}</strong> confidence
            {runnerUp !== null && runnerUp.confidence > 0 && (
              <>
                ; runner-up <SegmentDot segment={runnerUp.segment} size={9} /> {runnerUp.name},{' '}
                {sure(runnerUp.confidence)}
              </>
            )}
          </p>
        )}
      </div>
      {advice !== undefined && (
        <div className={classes.advice}>
          <h2>What to do</h2>
          <p>{advice}</p>
        </div>
      )}
      <FigureView figure={figure} name="Why this segment" query={{ error: null, refetch: query.refetch }} />
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label="Notes">
          {notes.map((note) => (
            <li key={note}>
              <IconInfoCircle size={16} stroke={1.7} aria-hidden="true" />
              {note}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
