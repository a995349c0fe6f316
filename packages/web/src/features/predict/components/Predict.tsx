import { type Dataset, type FeatureValues, methodTable, type Segmentation } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Block } from '../../../components/Block.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { useFilters } from '../../../lib/use-filters.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { usePrediction } from '../api/use-prediction.ts';
import { inputsOf, typicalValues, valuesFrom } from '../hooks/inputs.ts';
import { CategorySelect } from './CategorySelect.tsx';
import { FeatureSlider } from './FeatureSlider.tsx';
import classes from './Predict.module.css';
import { PredictionPanel } from './PredictionPanel.tsx';
import { StartFromCustomer } from './StartFromCustomer.tsx';

/** Values at the left, the segment they give at the right, at once. */
export function Predict({ segmentation, dataset }: { segmentation: Segmentation; dataset: Dataset }) {
  const { document } = segmentation;
  const { filters } = useFilters();
  const { customer, ...narrowing } = filters;
  const formats = useFormats();
  const inputs = useMemo(() => inputsOf(document, dataset.features), [document, dataset]);
  const [values, setValues] = useState<FeatureValues>(() => typicalValues(inputs));
  const [origin, setOrigin] = useState<string | null>(null);
  const query = usePrediction(segmentation.id, values);
  const set = (id: string, value: string | number | null) => setValues((current) => ({ ...current, [id]: value }));
  return (
    <>
      <PageHead
        title="Predict"
        facts={`${segmentation.name}, ${methodTable[document.method].label}, ${formats.count(document.model.k)} segments${
          Object.keys(narrowing).length > 0 ? '. Dates, countries and segments filtered do not change it' : ''
        }`}
        actions={
          <Button
            leftSection={<IconRestore size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => {
              setValues(typicalValues(inputs));
              setOrigin(null);
            }}
          >
            Reset to medians
          </Button>
        }
      />
      <div className={classes.columns}>
        <section aria-label="Values" className={classes.values}>
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
              ? `Starts at the medians of the ${formats.count(document.customers)} customers it was made from.`
              : `Started from customer ${origin}.`}
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
        <section aria-label="Segment" className={classes.answer}>
          {query.error !== null && <ErrorBlock error={query.error} onRetry={() => void query.refetch()} />}
          {query.data === undefined ? (
            query.error === null && <Block height={280} />
          ) : (
            <PredictionPanel prediction={query.data} document={document} query={query} />
          )}
        </section>
      </div>
    </>
  );
}
