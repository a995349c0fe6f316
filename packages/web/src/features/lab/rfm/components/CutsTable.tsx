import type { RfmScheme } from '@clientele/contracts';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../../lib/use-formats.ts';
import { useText } from '../../../../lib/use-text.ts';
import { cutFault, type RfmFeature, withCut } from '../hooks/cut-points.ts';
import classes from './ScoringSettings.module.css';

const features = ['recency', 'frequency', 'monetary'] as const;

export interface CutsTableProps {
  scheme: RfmScheme;
  onChange: (scheme: RfmScheme) => void;
}

interface Refused {
  feature: RfmFeature;
  at: number;
  value: number;
}

/** The fixed cut points of each feature; one that would not ascend is not taken, and why is said. */
export function CutsTable({ scheme, onChange }: CutsTableProps) {
  const text = useText();
  const formats = useFormats();
  const [refused, setRefused] = useState<Refused | null>(null);
  const { cuts, scores } = scheme;
  if (cuts === 'quantile') return null;
  const settle = (feature: RfmFeature, at: number, value: number) => {
    const isRight = cutFault(cuts[feature], at, value) === null;
    setRefused(isRight ? null : { feature, at, value });
    if (isRight) onChange(withCut(scheme, feature, at, value));
  };
  const fault = refused === null ? null : cutFault(cuts[refused.feature], refused.at, refused.value);
  return (
    <div className={classes.cuts}>
      {features.map((feature) => (
        <fieldset key={feature} aria-label={text(`rfm-studio.cut.${feature}`)} className={classes.cutRow}>
          <span aria-hidden="true">{text(`rfm-studio.cut.${feature}`)}</span>
          <div className={classes.cutFields}>
            {cuts[feature].map((cut, at) => {
              // Recency runs the other way: few days are the best score.
              const [low, high] = feature === 'recency' ? [scores - at, scores - at - 1] : [at + 1, at + 2];
              const isRefused = refused?.feature === feature && refused.at === at && fault !== null;
              return (
                <div key={`${low}`}>
                  <small aria-hidden="true">{text('rfm-studio.cut.between', { low, high })}</small>
                  <CutField
                    label={text('rfm-studio.cut', { feature: text(`rfm-studio.cut.${feature}`), low, high })}
                    value={cut}
                    isRefused={isRefused}
                    onChange={(value) => settle(feature, at, value)}
                  />
                </div>
              );
            })}
          </div>
          {refused?.feature === feature && fault !== null && (
            <p role="alert" className={classes.fault}>
              {text(fault.side === 'above' ? 'rfm-studio.cut.above' : 'rfm-studio.cut.below', {
                value: formats.number(refused.value),
                limit: formats.number(fault.limit),
              })}
            </p>
          )}
        </fieldset>
      ))}
      <p className={classes.hint}>{text('rfm-studio.cut.hint')}</p>
    </div>
  );
}

interface CutFieldProps {
  label: string;
  value: number;
  isRefused: boolean;
  onChange: (value: number) => void;
}

/** What is typed counts once the field is left or Enter is pressed. */
function CutField({ label, value, isRefused, onChange }: CutFieldProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const settle = () => {
    const wanted = typed === null || typed === '' ? Number.NaN : Number(typed);
    if (Number.isFinite(wanted)) onChange(wanted);
    setTyped(null);
  };
  return (
    <NumberInput
      aria-label={label}
      value={typed ?? value}
      error={isRefused}
      clampBehavior="none"
      hideControls
      styles={{ input: { textAlign: 'right' } }}
      onChange={(next) => setTyped(typeof next === 'bigint' ? Number(next) : next)}
      onBlur={settle}
      onKeyDown={({ key }) => {
        if (key === 'Enter') settle();
      }}
    />
  );
}
