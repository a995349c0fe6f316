import { featureLabel } from '@clientele/charts';
import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useText } from '../../../lib/use-text.ts';
import type { CategoryInputOf } from '../hooks/inputs.ts';
import classes from './Inputs.module.css';

export interface CategorySelectProps {
  input: CategoryInputOf;
  value: string | null;
  onChange: (value: string | null) => void;
}

const missing = '';

/** The value of a category; a value that the data do not have is offered where it was given. */
export function CategorySelect({ input, value, onChange }: CategorySelectProps) {
  const text = useText();
  const label = useId();
  const values = value === null || input.values.includes(value) ? input.values : [value, ...input.values];
  return (
    <div className={classes.category}>
      <label htmlFor={label}>{featureLabel(input, { text })}</label>
      <NativeSelect
        id={label}
        data={[
          ...(value === null ? [{ value: missing, label: text('predict.missing') }] : []),
          ...values.map((each) => ({ value: each, label: each === '' ? text('predict.empty') : each })),
        ]}
        value={value ?? missing}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}
