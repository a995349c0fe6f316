import { type Dataset, type Filters, type NumberSummary, takesK } from '@clientele/contracts';
import { Segmented } from '../../../components/Segmented.tsx';
import { type RecipeForm as Form, isCutByHeight, rfmFeatures, withMethod } from '../hooks/recipe-form.ts';
import { transformHint } from '../hooks/transform-hint.ts';
import { CustomersSection } from './CustomersSection.tsx';
import { FeatureList } from './FeatureList.tsx';
import { FormSection } from './FormSection.tsx';
import { KRange } from './KRange.tsx';
import { MethodSection } from './MethodSection.tsx';
import { ParameterFields } from './ParameterFields.tsx';

export interface RecipeFormProps {
  dataset: Dataset;
  filters: Filters;
  form: Form;
  shapes: readonly NumberSummary[];
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
                shapes.filter(({ feature }) => chosen.includes(feature)),
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
        dataset={dataset}
        onChange={(method) => onChange(withMethod(form, method, dataset))}
      />
      {takesK(form.method) && (
        <KRange
          form={form}
          lockedBy={isCutByHeight(form) ? 'Does not apply: the height of the cut decides how many there are' : null}
          onChange={onChange}
        />
      )}
      <ParameterFields key={form.method} form={form} onChange={onChange} />
      <CustomersSection dataset={dataset} filters={filters} form={form} onChange={onChange} />
    </>
  );
}
