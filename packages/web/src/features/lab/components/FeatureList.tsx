import { featureLabel, featureMeaning } from '@clientele/charts';
import type { FeatureInfo, NumberSummary } from '@clientele/contracts';
import { Checkbox } from '@mantine/core';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { FormSection } from './FormSection.tsx';
import classes from './RecipeForm.module.css';
import { ShapeBars } from './ShapeBars.tsx';

export interface FeatureListProps {
  features: readonly FeatureInfo[];
  shapes: readonly NumberSummary[];
  chosen: readonly string[];
  /** Why the list cannot be changed, or null. */
  lockedBy: string | null;
  onChange: (chosen: string[]) => void;
}

/** The features on offer, each with its shape; ticked are those that the segments are made from. */
export function FeatureList({ features, shapes, chosen, lockedBy, onChange }: FeatureListProps) {
  const formats = useFormats();
  const text = useText();
  const flip = (id: string) =>
    onChange(features.map((feature) => feature.id).filter((each) => (each === id) !== chosen.includes(each)));
  return (
    <FormSection label={text('lab.features')} aside={text('lab.skew')} lockedBy={lockedBy}>
      <ul className={classes.features}>
        {features.map(({ id, label, meaning, unit, values }) => {
          const shape = shapes.find((each) => each.feature === id);
          return (
            <li key={id} title={lockedBy === null ? featureMeaning({ id, label, meaning }, { text }) : undefined}>
              <Checkbox
                label={featureLabel({ id, label }, { text })}
                checked={chosen.includes(id)}
                disabled={lockedBy !== null}
                onChange={() => flip(id)}
                classNames={{ root: classes.feature, body: classes.featureBody, label: classes.featureLabel }}
              />
              {unit === 'category' ? (
                <span className={classes.values}>
                  {text('lab.values', { n: values.length, count: formats.count(values.length) })}
                </span>
              ) : (
                <>
                  {shape !== undefined && <ShapeBars counts={shapeOf(shape)} />}
                  <span className={classes.skew}>{formats.fixed(shape?.skewness ?? null, 1)}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </FormSection>
  );
}

/** On the scale with the lower skewness. */
function shapeOf({ histogram, histogramLog, skewness, skewnessLog }: NumberSummary): readonly number[] {
  const isLog = skewness !== null && skewnessLog !== null && Math.abs(skewnessLog) < Math.abs(skewness);
  return ((isLog ? histogramLog : null) ?? histogram)?.counts ?? [];
}
