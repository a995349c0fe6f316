import type { PopoverDropdownProps, PopoverProps } from '@mantine/core';
import type { ComponentType, ReactElement } from 'react';
import { PutOff, type PutOffProps, PutOffTarget, putOff } from './put-off.tsx';

/** Mantine's popover, loaded when one is opened for the first time. */
export function Popover(props: Omit<PopoverProps, 'children'> & PutOffProps) {
  return <PutOff {...props} of={({ Popover: Real }) => Real as ComponentType<PutOffProps>} />;
}

function Target({ children }: { children: ReactElement<Record<string, unknown>> }) {
  return (
    <PutOffTarget of={({ Popover: Real }) => Real.Target} flips popup="dialog">
      {children}
    </PutOffTarget>
  );
}

Popover.Target = Target;
Popover.Dropdown = putOff<PopoverDropdownProps>(({ Popover: Real }) => Real.Dropdown);
