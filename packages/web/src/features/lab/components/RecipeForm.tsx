import { type Dataset, type FeatureShape, type Filters, limits } from '@clientele/contracts';
import { Segmented } from '../../../components/Segmented.tsx';
import { type RecipeForm as Form, rfmFeatures, rfmRefusal } from '../hooks/recipe-form.ts';
import { transformHint } from '../hooks/transform-hint.ts';
import { CustomersSection } from './CustomersSection.tsx';
import { FeatureList } from './FeatureList.tsx';
import { FormSection } from './FormSection.tsx';
import { KRange } from './KRange.tsx';
import { MethodSection } from './MethodSection.tsx';
import { NumberField } from './NumberField.tsx';
import classes from './RecipeForm.module.css';

export interface RecipeFormProps {
  dataset: Dataset;
  filters: Filters;
  form: Form;
  shapes: readonly FeatureShape[];
  onChange: (patch: Partial<Form>) => void;
}

/** Everything a recipe says, in the order in which it is done. */
export function RecipeForm({ dataset, filters, form, shapes, onChange }: RecipeFormProps) {
  const isRfm = form.method === 'rfm';
  const lockedBy = isRfm ? 'Does not apply: RFM scores rank by fifths' : null;
  const chosen = isRfm ? rfmFeatures : form.features;
  return (
    <>
      <FeatureList
        features={dataset.features}
        shapes={shapes}
        chosen={chosen}
        lockedBy={isRfm ? 'RFM scores take days since the last order, orders and revenue' : null}
        onChange={(features) => onChange({ features })}
      />
      <FormSection
        label="Transform"
        lockedBy={lockedBy}
        hint={
          isRfm
            ? null
            : transformHint(
                shapes.filter(({ id }) => chosen.includes(id)),
                form.transform,
              )
        }
      >
        <Segmented
          label="Transform"
          isFullWidth
          isDisabled={isRfm}
          value={form.transform}
          options={[
            { value: 'none', label: 'None' },
            { value: 'log', label: 'Log' },
            { value: 'auto', label: 'Auto' },
          ]}
          onChange={(transform) => onChange({ transform })}
        />
      </FormSection>
      <FormSection label="Scale" lockedBy={lockedBy}>
        <Segmented
          label="Scale"
          isFullWidth
          isDisabled={isRfm}
          value={form.scale}
          options={[
            { value: 'none', label: 'None' },
            { value: 'standard', label: 'Standard' },
            { value: 'minmax', label: 'Min–max' },
            { value: 'robust', label: 'Robust' },
          ]}
          onChange={(scale) => onChange({ scale })}
        />
      </FormSection>
      <MethodSection
        method={form.method}
        rfmRefusal={rfmRefusal(dataset)}
        onChange={(method) => onChange({ method })}
      />
      <KRange
        form={form}
        lockedBy={
          isRfm ? 'Does not apply: RFM scores have eleven groups, and those with customers become segments' : null
        }
        onChange={onChange}
      />
      <div className={classes.pair}>
        <NumberField
          label="Starts"
          value={form.starts}
          {...limits.starts}
          lockedBy={lockedBy}
          onChange={(starts) => onChange({ starts })}
        />
        <NumberField
          label="Seed"
          value={form.seed}
          {...limits.seed}
          lockedBy={lockedBy}
          onChange={(seed) => onChange({ seed })}
        />
      </div>
      <CustomersSection dataset={dataset} filters={filters} form={form} onChange={onChange} />
    </>
  );
}
