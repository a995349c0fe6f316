import type { FeatureValues, Prediction } from '@clientele/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asError } from '../../../lib/as-error.ts';
import { client } from '../../../lib/client.ts';
import { type Newest, newestOf } from '../hooks/newest.ts';

export interface PredictionShown {
  /** The last answer; null before the first. */
  prediction: Prediction | null;
  error: Error | null;
  retry: () => void;
}

/** The segment of these values, asked for at once whenever they change; the former answer stays until a newer one is there. */
export function usePrediction(segmentationId: string, values: FeatureValues): PredictionShown {
  const [prediction, setPrediction] = useState<Prediction | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const newest = useRef<Newest<FeatureValues> | null>(null);

  useEffect(() => {
    const own = newestOf<FeatureValues, Prediction | undefined>({
      send: async (row, signal) => {
        const body = { rows: [row] };
        return (await client.call('predict', { params: { segmentationId }, body, signal }))[0];
      },
      onAnswer: (answer) => {
        setPrediction(answer ?? null);
        setError(null);
      },
      onError: (failure) => setError(asError(failure)),
    });
    newest.current = own;
    return () => own.close();
  }, [segmentationId]);

  const ask = useCallback(() => newest.current?.ask(values), [values]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another segmentation answers otherwise
  useEffect(() => ask(), [ask, segmentationId]);
  return { prediction, error, retry: ask };
}
