import { capitalised } from '@clientele/charts';
import { type Dataset, type Method, methods } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { useText } from '../../../lib/use-text.ts';
import { methodGroups } from '../hooks/method-groups.ts';
import { FormSection } from './FormSection.tsx';

export interface MethodSectionProps {
  method: Method;
  dataset: Dataset;
  onChange: (method: Method) => void;
}

/** How the segments are made: all methods by family, and under them what the chosen one does. */
export function MethodSection({ method, dataset, onChange }: MethodSectionProps) {
  const text = useText();
  return (
    <FormSection label={text('lab.method')} hint={`${capitalised(text(`method.${method}.summary`))}.`}>
      <NativeSelect
        aria-label={text('lab.method')}
        data={methodGroups(dataset, text)}
        value={method}
        onChange={({ currentTarget }) => onChange(methods.find((each) => each === currentTarget.value) ?? method)}
      />
    </FormSection>
  );
}
