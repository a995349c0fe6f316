import { type RfmGrid, type RfmScheme, rfmScoreRange } from '@clientele/contracts';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { NumberField } from '../../../../components/NumberField.tsx';
import { Segmented } from '../../../../components/Segmented.tsx';
import { useText } from '../../../../lib/use-text.ts';
import { typeable } from '../hooks/cut-points.ts';
import { withAxes } from '../hooks/reshape-scheme.ts';
import type { SchemeEditor } from '../hooks/use-scheme-editor.ts';
import { CutsTable } from './CutsTable.tsx';
import classes from './ScoringSettings.module.css';

export interface ScoringSettingsProps {
  editor: SchemeEditor;
  /** The cut points as they came out for this scheme; null while they are on their way. */
  cuts: RfmGrid['cuts'] | null;
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
/** Smallest weight where the other one is 0. */
const leastWeight = 0.01;

/** How many scores there are, on which axes, and where they are cut. */
export function ScoringSettings({ editor, cuts }: ScoringSettingsProps) {
  const { scheme, apply } = editor;
  const { scores, axes, ties, weights } = scheme;
  const text = useText();
  const isFixed = scheme.cuts !== 'quantile';
  const weigh = (patch: Partial<RfmScheme['weights']>) => apply({ ...scheme, weights: { ...weights, ...patch } });
  const weight = (name: keyof RfmScheme['weights'], other: number) => (
    <NumberField
      isInline
      isWhole={false}
      label={text(name === 'frequency' ? 'rfm-studio.weights.f' : 'rfm-studio.weights.m')}
      value={weights[name]}
      min={other === 0 ? leastWeight : 0}
      max={100}
      lockedBy={null}
      onChange={(value) => weigh({ [name]: value })}
    />
  );
  return (
    <section className={classes.settings} aria-label={text('rfm-studio.settings')}>
      <div className={classes.controls}>
        <Setting label={text('rfm-studio.scores')}>
          <div className={classes.stepper}>
            <button
              type="button"
              aria-label={text('rfm-studio.scores.fewer')}
              disabled={scores <= rfmScoreRange.min}
              onClick={() => editor.rescale(scores - 1)}
            >
              <IconMinus {...icon} />
            </button>
            <output aria-live="polite">{scores}</output>
            <button
              type="button"
              aria-label={text('rfm-studio.scores.more')}
              disabled={scores >= rfmScoreRange.max}
              onClick={() => editor.rescale(scores + 1)}
            >
              <IconPlus {...icon} />
            </button>
          </div>
        </Setting>
        <Setting label={text('rfm-studio.axes')}>
          <Segmented
            label={text('rfm-studio.axes')}
            value={axes}
            options={[
              { value: 'r-fm', label: text('rfm-studio.axes.r-fm') },
              { value: 'r-f-m', label: text('rfm-studio.axes.r-f-m') },
            ]}
            onChange={(next) => apply(withAxes(scheme, next))}
          />
        </Setting>
        <Setting label={text('rfm-studio.cuts')}>
          <Segmented
            label={text('rfm-studio.cuts')}
            value={isFixed ? 'fixed' : 'quantile'}
            options={[
              { value: 'quantile', label: text('rfm-studio.cuts.quantile') },
              { value: 'fixed', label: text('rfm-studio.cuts.fixed'), isDisabled: cuts === null && !isFixed },
            ]}
            onChange={(next) =>
              apply({ ...scheme, cuts: next === 'fixed' && cuts !== null ? typeable(cuts) : 'quantile' })
            }
          />
        </Setting>
        {!isFixed && (
          <Setting label={text('rfm-studio.ties')}>
            <Segmented
              label={text('rfm-studio.ties')}
              value={ties}
              options={[
                { value: 'customers', label: text('rfm-studio.ties.customers') },
                { value: 'values', label: text('rfm-studio.ties.values') },
              ]}
              onChange={(next) => apply({ ...scheme, ties: next })}
            />
          </Setting>
        )}
        {axes === 'r-fm' && (
          <Setting label={text('rfm-studio.weights')}>
            <div className={classes.weights}>
              {weight('frequency', weights.monetary)}
              {weight('monetary', weights.frequency)}
            </div>
          </Setting>
        )}
      </div>
      {isFixed ? (
        <CutsTable scheme={scheme} onChange={apply} />
      ) : (
        <p className={classes.hint}>{text(`rfm-studio.ties.${ties}.hint`)}</p>
      )}
    </section>
  );
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className={classes.setting}>
      <span id={id}>{label}</span>
      {children}
    </fieldset>
  );
}
