import type { Dataset, FeatureValues, Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconRestore, IconUpload } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { Block } from '../../../components/Block.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { nameAndMethod } from '../../../lib/method-label.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { usePrediction } from '../api/use-prediction.ts';
import { inputsOf, typicalValues, valuesFrom } from '../hooks/inputs.ts';
import { CategorySelect } from './CategorySelect.tsx';
import { FeatureSlider } from './FeatureSlider.tsx';
import classes from './Predict.module.css';
import { PredictionPanel } from './PredictionPanel.tsx';
import { ScoreFile } from './ScoreFile.tsx';
import { StartFromCustomer } from './StartFromCustomer.tsx';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** Values at the left, the segment they give at the right, at once; under the values, whole files. */
export function Predict({ segmentation, dataset }: { segmentation: Segmentation; dataset: Dataset }) {
  const { document } = segmentation;
  const { filters } = useFilters();
  const { customer, ...narrowing } = filters;
  const formats = useFormats();
  const text = useText();
  const inputs = useMemo(() => inputsOf(document, dataset.features), [document, dataset]);
  const [values, setValues] = useState<FeatureValues>(() => typicalValues(inputs));
  const [origin, setOrigin] = useState<string | null>(null);
  const { prediction, error, retry } = usePrediction(segmentation.id, values);
  const chooser = useRef<HTMLInputElement>(null);
  const set = (id: string, value: string | number | null) => setValues((current) => ({ ...current, [id]: value }));
  const facts = text('predict.facts', {
    name: nameAndMethod({ name: segmentation.name, method: document.method }, text),
    k: document.model.k,
  });
  return (
    <>
      <PageHead
        title={text('predict.title')}
        facts={Object.keys(narrowing).length > 0 ? `${facts}. ${text('predict.unfiltered')}` : facts}
        actions={
          <>
            <Button
              leftSection={<IconRestore {...icon} />}
              onClick={() => {
                setValues(typicalValues(inputs));
                setOrigin(null);
              }}
            >
              {text('predict.reset')}
            </Button>
            <Button leftSection={<IconUpload {...icon} />} onClick={() => chooser.current?.click()}>
              {text('score.title')}
            </Button>
          </>
        }
      />
      <div className={classes.columns}>
        <section aria-label={text('predict.values')} className={classes.values}>
          <StartFromCustomer
            key={customer ?? ''}
            datasetId={dataset.id}
            segmentationId={segmentation.id}
            initial={customer ?? ''}
            onFound={({ id, features }) => {
              setValues(valuesFrom(inputs, features));
              setOrigin(id);
            }}
          />
          <p className={classes.origin}>
            {origin === null
              ? text('predict.fromMedians', { customers: formats.count(document.customers) })
              : text('predict.fromCustomer', { customer: origin })}
          </p>
          {inputs.map((input) => {
            const value = values[input.id] ?? null;
            return input.kind === 'category' ? (
              <CategorySelect
                key={input.id}
                input={input}
                value={value === null ? null : String(value)}
                onChange={(next) => set(input.id, next)}
              />
            ) : (
              <FeatureSlider
                key={input.id}
                input={input}
                value={typeof value === 'number' ? value : null}
                onChange={(next) => set(input.id, next)}
              />
            );
          })}
        </section>
        <section aria-label={text('predict.answer')} className={classes.answer}>
          {error !== null && <ErrorBlock error={error} onRetry={retry} />}
          {prediction === null ? (
            error === null && <Block height={280} />
          ) : (
            <PredictionPanel prediction={prediction} segmentation={segmentation} values={values} />
          )}
        </section>
        <ScoreFile segmentation={segmentation} inputs={inputs} chooser={chooser} />
      </div>
    </>
  );
}
