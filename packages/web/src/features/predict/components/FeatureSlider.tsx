import { featureLabel, featureText } from '@clientele/charts';
import { NumberInput } from '@mantine/core';
import { useId } from 'react';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { type NumberInputOf, positionOf, sliderSteps, valueAt } from '../hooks/inputs.ts';
import { separatorsOf, signsAround } from '../hooks/written-number.ts';
import classes from './Inputs.module.css';

export interface FeatureSliderProps {
  input: NumberInputOf;
  value: number | null;
  onChange: (value: number | null) => void;
}

/** A number by slider, or exactly by field; the field goes beyond the slider's ends. */
export function FeatureSlider({ input, value, onChange }: FeatureSliderProps) {
  const formats = useFormats();
  const text = useText();
  const labelId = useId();
  const label = featureLabel(input, { text });
  const { unit, low, high, median, isLog } = input;
  const written = (each: number | null) => featureText(each, unit, formats);
  const around = signsAround(unit, formats, text('predict.days', { n: value ?? 0 }));
  const at = positionOf(value ?? median, input);
  return (
    <div className={classes.input}>
      <div className={classes.head}>
        <span id={labelId}>{label}</span>
        <NumberInput
          aria-label={text('predict.valueOf', { label })}
          className={classes.field}
          value={value ?? ''}
          placeholder={text('predict.missing')}
          hideControls
          decimalScale={input.isWhole ? 0 : 4}
          {...around}
          {...separatorsOf(formats.locale)}
          styles={{ input: { textAlign: 'right' } }}
          onChange={(next) => onChange(typeof next === 'number' ? next : next === '' ? null : Number(next))}
        />
      </div>
      <input
        type="range"
        className={classes.slider}
        style={{ '--at': `${(at / sliderSteps) * 100}%` } as React.CSSProperties}
        aria-labelledby={labelId}
        aria-valuetext={written(value)}
        min={0}
        max={sliderSteps}
        value={at}
        onChange={({ currentTarget }) => onChange(valueAt(currentTarget.valueAsNumber, input))}
      />
      <p className={classes.range}>
        <span>{written(low)}</span>
        <span>{text(isLog ? 'predict.medianLog' : 'predict.median', { value: written(median) })}</span>
        <span>{written(high)}</span>
      </p>
    </div>
  );
}
