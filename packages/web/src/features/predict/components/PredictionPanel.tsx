import { segmentDistancesFigure } from '@clientele/charts';
import type { FeatureValues, Prediction, Segmentation } from '@clientele/contracts';
import { useDebouncedValue, useThrottledValue } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { ExplanationBlock } from '../../../components/ExplanationBlock.tsx';
import { FigureView } from '../../../components/FigureView.tsx';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StabilityMark } from '../../../components/StabilityMark.tsx';
import { useDoubt } from '../../../lib/use-doubt.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { confidenceText, runnerUpText } from '../hooks/confidence-words.ts';
import { PlaceFigure } from './PlaceFigure.tsx';
import classes from './Predict.module.css';

export interface PredictionPanelProps {
  prediction: Prediction;
  segmentation: Segmentation;
  values: FeatureValues;
}

const figureMs = 100;
const explainMs = 250;

/** The segment, how clear it is, what comes second, where it falls, and what there is to know. */
export function PredictionPanel({ prediction, segmentation, values }: PredictionPanelProps) {
  const context = useFigureContext();
  const { formats, text } = context;
  const { segment, name, confidence, runnerUp, notes } = prediction;
  // Drawing takes longer than answering: the figures follow ten times a second, so that the answer follows the hand.
  const drawn = useDeferredValue(useThrottledValue(prediction, figureMs));
  const doubtOf = useDoubt();
  const [explained] = useDebouncedValue(values, explainMs);
  const figure = useMemo(() => segmentDistancesFigure(drawn, context), [drawn, context]);
  const advice = segmentation.document.segments.find(({ id }) => id === segment)?.advice;
  const own = segmentation.notes[String(segment)];
  const second = runnerUpText(prediction, formats, text);
  return (
    <>
      <div className={classes.verdict} aria-live="polite">
        <p className={classes.name}>
          <SegmentDot segment={segment} size={16} />
          {segment < 0 ? text('common.noSegment') : name}
          <StabilityMark doubt={doubtOf(segment)} size={18} />
        </p>
        {segment < 0 ? (
          <p className={classes.confidence}>{text('predict.unlike')}</p>
        ) : (
          <p className={classes.confidence}>
            <strong>{text('predict.confidence', { share: confidenceText(confidence, formats, text) })}</strong>
            {runnerUp !== null && second !== null && (
              <span className={classes.second}>
                <SegmentDot segment={runnerUp.segment} size={9} /> {second}
              </span>
            )}
          </p>
        )}
      </div>
      <ExplanationBlock segmentationId={segmentation.id} features={explained} isCompact />
      {advice !== undefined && (
        <div className={classes.advice}>
          <h2>{text('predict.whatToDo')}</h2>
          <p>{advice}</p>
          {own !== undefined && (
            <p className={classes.own}>
              {text('predict.note')}: {own}
            </p>
          )}
        </div>
      )}
      <FigureView
        figure={figure}
        name={text('segment-distances.name')}
        help={text('segment-distances.help')}
        query={{ error: null, refetch: () => undefined }}
      />
      {prediction.place !== null && <PlaceFigure prediction={drawn} segmentationId={segmentation.id} />}
      {notes.length > 0 && (
        <ul className={classes.notes} aria-label={text('predict.notes')}>
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
