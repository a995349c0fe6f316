import { NumberInput } from '@mantine/core';

export interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** Why it does not apply, or null. */
  lockedBy: string | null;
  onChange: (value: number) => void;
}

/** A whole number of the recipe; what is typed counts once it is one. */
export function NumberField({ label, value, min, max, lockedBy, onChange }: NumberFieldProps) {
  return (
    <NumberInput
      label={label}
      value={value}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      disabled={lockedBy !== null}
      title={lockedBy ?? undefined}
      styles={{ input: { textAlign: 'right' } }}
      onChange={(next) => {
        if (typeof next === 'number' && Number.isInteger(next) && next >= min && next <= max) onChange(next);
      }}
    />
  );
}
