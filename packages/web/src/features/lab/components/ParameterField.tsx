import { capitalised } from '@clientele/charts';
import type { ParameterName } from '@clientele/contracts';
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../lib/use-text.ts';
import { parameterFault, parameterOf } from '../hooks/parameter-values.ts';
import classes from './ParameterField.module.css';

export interface ParameterFieldProps {
  name: ParameterName;
  value: number | string;
  onChange: (value: number | string) => void;
}

const order: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** One parameter of a method, made from its line in the table. What is typed counts once the field is left or Enter is pressed. */
export function ParameterField({ name, value, onChange }: ParameterFieldProps) {
  const { type, word, choices = [], default: usual, range } = parameterOf(name);
  const text = useText();
  const [typed, setTyped] = useState<number | string | null>(null);
  const shared = {
    label: text(`parameter.${name}.label`),
    description: capitalised(text(`parameter.${name}.meaning`)),
    inputWrapperOrder: order,
    classNames: { label: classes.label },
  };
  if (type === 'choice')
    return (
      <NativeSelect
        {...shared}
        data={[...choices]}
        value={String(value)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  const fault = parameterFault(name, value, text);
  const settle = () => {
    if (typed === null) return;
    const next = typed === '' ? (word ?? usual) : Number(typed);
    setTyped(null);
    if (typeof next === 'string' || Number.isFinite(next)) onChange(next);
  };
  return (
    <NumberInput
      {...shared}
      value={typed ?? (value === word ? '' : value)}
      placeholder={word}
      error={fault === null || typed !== null ? undefined : text('lab.range.give', { range: fault })}
      allowDecimal={type === 'number'}
      allowNegative={range !== undefined && range.min < 0}
      clampBehavior="none"
      hideControls
      onChange={(next) => setTyped(typeof next === 'bigint' ? Number(next) : next)}
      onBlur={settle}
      onKeyDown={({ key }) => {
        if (key === 'Enter') settle();
      }}
    />
  );
}
