import { parameters } from '@clientele/contracts';
import { Checkbox } from '@mantine/core';
import { NumberField } from '../../../components/NumberField.tsx';
import { useText } from '../../../lib/use-text.ts';
import type { RecipeForm } from '../hooks/recipe-form.ts';
import { FormSection } from './FormSection.tsx';
import classes from './KRange.module.css';

const { range } = parameters.k;
const least = range.min;
/** Where the track ends; beyond it k is typed. */
const trackMost = 20;
const usualK = 4;

type KChosen = Pick<RecipeForm, 'k' | 'fromK' | 'toK'>;

export interface KRangeProps {
  form: KChosen;
  /** Why k does not apply, or null. */
  lockedBy: string | null;
  onChange: (patch: Partial<KChosen>) => void;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const onTrack = (value: number) => Math.min(value, trackMost);
const shareOf = (value: number) => (onTrack(value) - least) / (trackMost - least);
const at = (value: number) => ({ '--at': shareOf(value) }) as React.CSSProperties;

/** The range of k to try, and the k to keep: a number, or the recommended one. */
export function KRange({ form, lockedBy, onChange }: KRangeProps) {
  const { k, fromK, toK } = form;
  const text = useText();
  const setRange = (low: number, high: number) =>
    onChange({ fromK: low, toK: high, k: k === 'auto' ? k : clamp(k, low, high) });
  const setFrom = (low: number) => setRange(low, Math.max(low, toK));
  const setTo = (high: number) => setRange(Math.min(fromK, high), high);
  const keep = (next: number) => onChange({ k: next, fromK: Math.min(fromK, next), toK: Math.max(toK, next) });
  const isLocked = lockedBy !== null;
  const slider = (label: string, value: number, onMove: (value: number) => void, className?: string) => (
    <input
      type="range"
      className={className}
      aria-label={label}
      aria-valuetext={String(value)}
      min={least}
      max={trackMost}
      value={onTrack(value)}
      disabled={isLocked}
      onChange={({ currentTarget }) => onMove(currentTarget.valueAsNumber)}
    />
  );
  return (
    <FormSection
      label={text('lab.k')}
      aside={
        isLocked ? undefined : (
          <>
            {text('lab.k.tryKeep', { from: fromK, to: toK })} <strong>{k === 'auto' ? text('lab.k.best') : k}</strong>
          </>
        )
      }
      lockedBy={lockedBy}
    >
      <div className={classes.range} data-locked={isLocked || undefined}>
        <div className={classes.track}>
          <div style={{ '--from': shareOf(fromK), '--to': shareOf(toK) } as React.CSSProperties} />
        </div>
        {slider(text('lab.k.smallest'), fromK, (low) => setFrom(Math.min(low, toK)))}
        {slider(text('lab.k.largest'), toK, (high) => setTo(Math.max(high, fromK)))}
        {k !== 'auto' && slider(text('lab.k.toKeep'), k, (next) => keep(clamp(next, fromK, toK)), classes.kept)}
        {shareOf(fromK) < shareOf(toK) && <span style={at(fromK)}>{fromK}</span>}
        <span style={at(toK)}>{toK}</span>
        {k !== 'auto' && shareOf(k) > shareOf(fromK) && shareOf(k) < shareOf(toK) && (
          <span style={at(k)}>
            <strong>{k}</strong>
          </span>
        )}
      </div>
      <div className={classes.fields}>
        <NumberField
          isInline
          label={text('lab.k.from')}
          value={fromK}
          {...range}
          lockedBy={lockedBy}
          onChange={setFrom}
        />
        <NumberField isInline label={text('lab.k.to')} value={toK} {...range} lockedBy={lockedBy} onChange={setTo} />
        {k !== 'auto' && (
          <NumberField isInline label={text('lab.k.keep')} value={k} {...range} lockedBy={lockedBy} onChange={keep} />
        )}
      </div>
      <Checkbox
        label={text('lab.k.keepRecommended')}
        classNames={{ body: classes.keep }}
        checked={k === 'auto'}
        disabled={isLocked}
        onChange={({ currentTarget }) => onChange({ k: currentTarget.checked ? 'auto' : clamp(usualK, fromK, toK) })}
      />
    </FormSection>
  );
}
