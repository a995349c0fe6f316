import { useId } from 'react';
import classes from './Segmented.module.css';

export interface SegmentedProps<Value extends string> {
  /** Names the group for those who do not see it. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; isDisabled?: boolean }[];
  onChange: (value: Value) => void;
  isFullWidth?: boolean;
  isDisabled?: boolean;
}

/** A choice of few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, options, onChange, isFullWidth = false, isDisabled = false } = props;
  const name = useId();
  return (
    <div className={classes.group} role="radiogroup" aria-label={label} data-full={isFullWidth || undefined}>
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={isDisabled || option.isDisabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
