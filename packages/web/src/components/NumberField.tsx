import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import classes from './NumberField.module.css';

export interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** Why it does not apply, or null. */
  lockedBy: string | null;
  /** Puts the label at the left of the field instead of above it. */
  isInline?: boolean;
  isWhole?: boolean;
  onChange: (value: number) => void;
}

/** A number of a form, whole where nothing else is said; what is typed counts once the field is left or Enter is pressed. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, min, max, lockedBy, isInline = false, isWhole = true, onChange } = props;
  const [typed, setTyped] = useState<number | string | null>(null);
  const settle = () => {
    const wanted = typed === null || typed === '' ? Number.NaN : Number(typed);
    if (Number.isFinite(wanted) && (!isWhole || Number.isInteger(wanted)))
      onChange(Math.min(max, Math.max(min, wanted)));
    setTyped(null);
  };
  return (
    <NumberInput
      label={label}
      value={typed ?? value}
      min={min}
      max={max}
      clampBehavior="none"
      allowDecimal={!isWhole}
      allowNegative={false}
      hideControls
      disabled={lockedBy !== null}
      title={lockedBy ?? undefined}
      classNames={isInline ? { root: classes.root, label: classes.label, wrapper: classes.wrapper } : undefined}
      styles={{ input: { textAlign: 'right' } }}
      onChange={(next) => setTyped(typeof next === 'bigint' ? Number(next) : next)}
      onBlur={settle}
      onKeyDown={({ key }) => {
        if (key === 'Enter') settle();
      }}
    />
  );
}
