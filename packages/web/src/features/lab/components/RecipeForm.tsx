import { type Dataset, type Filters, type NumberSummary, takesK } from '@clientele/contracts';
import { Segmented } from '../../../components/Segmented.tsx';
import { useText } from '../../../lib/use-text.ts';
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
  const text = useText();
  const isRfm = form.method === 'rfm';
  const lockedBy = isRfm ? text('lab.rfmRanks') : null;
  const chosen = isRfm ? rfmFeatures : form.features;
  return (
    <>
      <FeatureList
        features={dataset.features}
        shapes={shapes}
        chosen={chosen}
        lockedBy={isRfm ? text('lab.rfmFeatures') : null}
        onChange={(features) => onChange({ features })}
      />
      <FormSection
        label={text('lab.transform')}
        lockedBy={lockedBy}
        hint={
          isRfm
            ? null
            : transformHint(
                shapes.filter(({ feature }) => chosen.includes(feature)),
                form.transform,
                text,
              )
        }
      >
        <Segmented
          label={text('lab.transform')}
          isFullWidth
          isDisabled={isRfm}
          value={form.transform}
          options={[
            { value: 'none', label: text('lab.transform.none') },
            { value: 'log', label: text('lab.transform.log') },
            { value: 'auto', label: text('lab.transform.auto') },
          ]}
          onChange={(transform) => onChange({ transform })}
        />
      </FormSection>
      <FormSection label={text('lab.scale')} lockedBy={lockedBy}>
        <Segmented
          label={text('lab.scale')}
          isFullWidth
          isDisabled={isRfm}
          value={form.scale}
          options={[
            { value: 'none', label: text('lab.scale.none') },
            { value: 'standard', label: text('lab.scale.standard') },
            { value: 'minmax', label: text('lab.scale.minmax') },
            { value: 'robust', label: text('lab.scale.robust') },
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
        <KRange form={form} lockedBy={isCutByHeight(form) ? text('lab.byHeight') : null} onChange={onChange} />
      )}
      <ParameterFields key={form.method} form={form} onChange={onChange} />
      <CustomersSection dataset={dataset} filters={filters} form={form} onChange={onChange} />
    </>
  );
}
