import type { Dataset, Filters } from '@clientele/contracts';
import { TextInput } from '@mantine/core';
import { Segmented } from '../../../components/Segmented.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
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
  const text = useText();
  const { from, to, countries } = filters;
  const parts = [
    ...(from === undefined && to === undefined
      ? []
      : [formats.range(from ?? dataset.from?.slice(0, 10) ?? '', to ?? dataset.to?.slice(0, 10) ?? '')]),
    ...(countries === undefined
      ? []
      : [
          countries.length > 3
            ? text('lab.countries', { n: countries.length, count: formats.count(countries.length) })
            : countries.join(', '),
        ]),
  ];
  const isNotApplied = filters.segments !== undefined || filters.customer !== undefined;
  return (
    <FormSection label={text('lab.customers')}>
      <p className={classes.hint}>
        {parts.length === 0
          ? text('lab.allCustomers', { customers: formats.count(dataset.customers) })
          : text('lab.ofFilters', { filters: parts.join('; ') })}
        {isNotApplied && ` ${text('lab.notApplied')}`}
      </p>
      {dataset.kind === 'orders' && (
        <TextInput
          type="date"
          label={text('lab.asOf')}
          description={form.asOf === null ? text('lab.asOfEmpty') : undefined}
          value={form.asOf?.slice(0, 10) ?? ''}
          onChange={({ currentTarget }) => onChange({ asOf: currentTarget.value === '' ? null : currentTarget.value })}
        />
      )}
      <div className={classes.labelled}>
        <span aria-hidden="true" className={classes.caption}>
          {text('lab.missing')}
        </span>
        <Segmented
          label={text('lab.missing')}
          isFullWidth
          value={form.missing}
          options={[
            { value: 'median', label: text('lab.missing.median') },
            { value: 'drop', label: text('lab.missing.drop') },
          ]}
          onChange={(missing) => onChange({ missing })}
        />
      </div>
    </FormSection>
  );
}
