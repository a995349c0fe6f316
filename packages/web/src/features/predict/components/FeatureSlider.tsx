import { featureText } from '@clientele/charts';
import { NumberInput } from '@mantine/core';
import { useId } from 'react';
import { useFormats } from '../../../lib/use-formats.ts';
import { type NumberInputOf, positionOf, sliderSteps, valueAt } from '../hooks/inputs.ts';
import classes from './Inputs.module.css';

export interface FeatureSliderProps {
  input: NumberInputOf;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A number by slider, or exactly by field; the field goes beyond the slider's ends. */
export function FeatureSlider({ input, value, onChange }: FeatureSliderProps) {
  const formats = useFormats();
  const label = useId();
  const { unit, low, high, median, isLog } = input;
  const text = (each: number | null) => featureText(each, unit, formats);
  const at = positionOf(value ?? median, input);
  return (
    <div className={classes.input}>
      <div className={classes.head}>
        <span id={label}>{input.label}</span>
        <NumberInput
          aria-label={`${input.label}, value`}
          className={classes.field}
          value={value ?? ''}
          placeholder="missing"
          hideControls
          decimalScale={input.isWhole ? 0 : 4}
          prefix={unit === 'money' ? formats.currencySign : undefined}
          suffix={unit === 'days' ? (value === 1 ? ' day' : ' days') : undefined}
          thousandSeparator=","
          styles={{ input: { textAlign: 'right' } }}
          onChange={(next) => onChange(typeof next === 'number' ? next : next === '' ? null : Number(next))}
        />
      </div>
      <input
        type="range"
        className={classes.slider}
        style={{ '--at': `${(at / sliderSteps) * 100}%` } as React.CSSProperties}
        aria-labelledby={label}
        aria-valuetext={text(value)}
        min={0}
        max={sliderSteps}
        value={at}
        onChange={({ currentTarget }) => onChange(valueAt(currentTarget.valueAsNumber, input))}
      />
      <p className={classes.range}>
        <span>{text(low)}</span>
        <span>
          median {text(median)}
          {isLog ? ', log scale' : ''}
        </span>
        <span>{text(high)}</span>
      </p>
    </div>
  );
}
