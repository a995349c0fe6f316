import { capitalised } from '@clientele/charts';
import { type Dataset, type Method, methods, methodTable } from '@clientele/contracts';
import { NativeSelect } from '@mantine/core';
import { methodGroups } from '../hooks/method-groups.ts';
import { FormSection } from './FormSection.tsx';

export interface MethodSectionProps {
  method: Method;
  dataset: Dataset;
  onChange: (method: Method) => void;
}

/** How the segments are made: all methods by family, and under them what the chosen one does. */
export function MethodSection({ method, dataset, onChange }: MethodSectionProps) {
  return (
    <FormSection label="Method" hint={`${capitalised(methodTable[method].summary)}.`}>
      <NativeSelect
        aria-label="Method"
        data={methodGroups(dataset)}
        value={method}
        onChange={({ currentTarget }) => onChange(methods.find((each) => each === currentTarget.value) ?? method)}
      />
    </FormSection>
  );
}
