import type { Dataset, Filters } from '@clientele/contracts';
import { TextInput } from '@mantine/core';
import { Segmented } from '../../../components/Segmented.tsx';
import { counted } from '../../../lib/count-word.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import type { RecipeForm } from '../hooks/recipe-form.ts';
import { FormSection } from './FormSection.tsx';
import classes from './RecipeForm.module.css';

export interface CustomersSectionProps {
  dataset: Dataset;
  filters: Filters;
  form: RecipeForm;
  onChange: (patch: Partial<RecipeForm>) => void;
}

/** Whom the recipe takes: the filter bar's dates and countries, the date it counts to, and what is done with gaps. */
export function CustomersSection({ dataset, filters, form, onChange }: CustomersSectionProps) {
  const formats = useFormats();
  const { from, to, countries } = filters;
  const parts = [
    ...(from === undefined && to === undefined
      ? []
      : [formats.range(from ?? dataset.from?.slice(0, 10) ?? '', to ?? dataset.to?.slice(0, 10) ?? '')]),
    ...(countries === undefined
      ? []
      : [countries.length > 3 ? counted(countries.length, 'country').replace(/ys$/, 'ies') : countries.join(', ')]),
  ];
  const isNotApplied = filters.segments !== undefined || filters.customer !== undefined;
  return (
    <FormSection label="Customers">
      <p className={classes.hint}>
        {parts.length === 0
          ? `All ${formats.count(dataset.customers)}. Dates and countries of the filter bar become part of the recipe.`
          : `Of ${parts.join('; ')}, from the filter bar; this becomes part of the recipe.`}
        {isNotApplied && ' The filters for segments and one customer do not apply here.'}
      </p>
      {dataset.kind === 'orders' && (
        <TextInput
          type="date"
          label="As of"
          description={form.asOf === null ? 'Empty: the day after the last order' : undefined}
          value={form.asOf?.slice(0, 10) ?? ''}
          onChange={({ currentTarget }) => onChange({ asOf: currentTarget.value === '' ? null : currentTarget.value })}
        />
      )}
      <div className={classes.labelled}>
        <span aria-hidden="true" className={classes.caption}>
          Where a feature is missing
        </span>
        <Segmented
          label="Where a feature is missing"
          isFullWidth
          value={form.missing}
          options={[
            { value: 'median', label: 'Take the median' },
            { value: 'drop', label: 'Leave out' },
          ]}
          onChange={(missing) => onChange({ missing })}
        />
      </div>
    </FormSection>
  );
}
