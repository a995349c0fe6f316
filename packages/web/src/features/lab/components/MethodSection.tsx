import { type Method, methodLabels, methods } from '@clientele/contracts';
import { Radio } from '@mantine/core';
import { FormSection } from './FormSection.tsx';
import classes from './RecipeForm.module.css';

export interface MethodSectionProps {
  method: Method;
  /** Why RFM scores cannot be had, or null. */
  rfmRefusal: string | null;
  onChange: (method: Method) => void;
}

const rfmHint =
  'Days since the last order, orders and revenue are ranked by fifths; what is dimmed does not apply. Eleven groups, and those with customers become segments.';

/** How the segments are made. */
export function MethodSection({ method, rfmRefusal, onChange }: MethodSectionProps) {
  return (
    <FormSection label="Method" hint={method === 'rfm' ? rfmHint : rfmRefusal}>
      <div className={classes.methods}>
        {methods.map((each) => (
          <Radio
            key={each}
            name="method"
            size="xs"
            value={each}
            label={methodLabels[each]}
            checked={method === each}
            disabled={each === 'rfm' && rfmRefusal !== null}
            onChange={() => onChange(each)}
          />
        ))}
      </div>
    </FormSection>
  );
}
