import type { FigureContext, FigureDataset, FigureSetting, Formats } from '@clientele/charts';
import { useMemo } from 'react';
import { formatsFor } from './formats-for.ts';
import { useLanguage } from './language.tsx';
import { useDataset } from './use-dataset.ts';
import { useSegmentation } from './use-segmentation.ts';

/** Numbers, money and dates in the reader's locale and the dataset's currency. */
export function useFormats(): Formats {
  const { dataset } = useDataset();
  const currency = dataset?.currency ?? null;
  return useMemo(() => formatsFor(currency), [currency]);
}

/** What every figure is given besides its data. */
export function useFigureContext(): FigureContext {
  const formats = useFormats();
  const { text } = useLanguage();
  const { names } = useSegmentation();
  const key = names.join('\u0000');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the names, whose array is new at each render
  return useMemo(() => ({ formats, text, segmentNames: names }), [formats, text, key]);
}

const noData: FigureDataset = { name: '', kind: 'orders', features: [] };

/** What definitions of figures are given besides their sources; choices are added by who draws. */
export function useFigureSetting(): Omit<FigureSetting, 'choices'> {
  const context = useFigureContext();
  const { dataset } = useDataset();
  return useMemo(() => ({ ...context, dataset: dataset ?? noData }), [context, dataset]);
}
