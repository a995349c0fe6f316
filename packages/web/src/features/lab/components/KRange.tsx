import { Checkbox } from '@mantine/core';
import type { RecipeForm } from '../hooks/recipe-form.ts';
import { FormSection } from './FormSection.tsx';
import classes from './KRange.module.css';

const least = 2;
/** Where the track ends unless more was asked for elsewhere. */
const usualMost = 20;

export interface KRangeProps {
  form: Pick<RecipeForm, 'k' | 'fromK' | 'toK'>;
  /** Why k does not apply, or null. */
  lockedBy: string | null;
  onChange: (patch: Partial<Pick<RecipeForm, 'k' | 'fromK' | 'toK'>>) => void;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The range of k to try, and the k to keep: a number, or the recommended one. */
export function KRange({ form, lockedBy, onChange }: KRangeProps) {
  const { k, fromK, toK } = form;
  const most = Math.max(usualMost, toK);
  const at = (value: number) => ({ '--at': (value - least) / (most - least) }) as React.CSSProperties;
  const setRange = (low: number, high: number) =>
    onChange({ fromK: low, toK: high, k: k === 'auto' ? k : clamp(k, low, high) });
  const isLocked = lockedBy !== null;
  return (
    <FormSection
      label="Segments, k"
      aside={
        isLocked ? undefined : (
          <>
            try {fromK} to {toK}, keep <strong>{k === 'auto' ? 'the best' : k}</strong>
          </>
        )
      }
      lockedBy={lockedBy}
    >
      <div className={classes.range} data-locked={isLocked || undefined}>
        <div className={classes.track}>
          <div
            style={
              {
                '--from': (fromK - least) / (most - least),
                '--to': (toK - least) / (most - least),
              } as React.CSSProperties
            }
          />
        </div>
        <input
          type="range"
          aria-label="Smallest k to try"
          min={least}
          max={most}
          value={fromK}
          disabled={isLocked}
          onChange={({ currentTarget }) => setRange(Math.min(currentTarget.valueAsNumber, toK), toK)}
        />
        <input
          type="range"
          aria-label="Largest k to try"
          min={least}
          max={most}
          value={toK}
          disabled={isLocked}
          onChange={({ currentTarget }) => setRange(fromK, Math.max(currentTarget.valueAsNumber, fromK))}
        />
        {k !== 'auto' && (
          <input
            type="range"
            className={classes.kept}
            aria-label="k to keep"
            min={least}
            max={most}
            value={k}
            disabled={isLocked}
            onChange={({ currentTarget }) => onChange({ k: clamp(currentTarget.valueAsNumber, fromK, toK) })}
          />
        )}
        <span style={at(fromK)}>{fromK}</span>
        {toK !== fromK && <span style={at(toK)}>{toK}</span>}
        {k !== 'auto' && k !== fromK && k !== toK && (
          <span style={at(k)}>
            <strong>{k}</strong>
          </span>
        )}
      </div>
      <Checkbox
        label="Keep the recommended k"
        classNames={{ body: classes.keep }}
        checked={k === 'auto'}
        disabled={isLocked}
        onChange={({ currentTarget }) => onChange({ k: currentTarget.checked ? 'auto' : clamp(4, fromK, toK) })}
      />
    </FormSection>
  );
}
