import type {
  MenuDividerProps,
  MenuDropdownProps,
  MenuItemProps,
  MenuLabelProps,
  MenuProps,
  MenuRadioItemProps,
} from '@mantine/core';
import type { ComponentProps, ComponentType, ReactElement } from 'react';
import { PutOff, type PutOffProps, PutOffTarget, putOff } from './put-off.tsx';

type ItemProps = MenuItemProps & Omit<ComponentProps<'button'>, keyof MenuItemProps>;
type RadioProps = MenuRadioItemProps & Omit<ComponentProps<'button'>, keyof MenuRadioItemProps>;

/** Mantine's menu, loaded when a menu is opened for the first time. */
export function Menu(props: Omit<MenuProps, 'children'> & PutOffProps) {
  return <PutOff {...props} of={({ Menu: Real }) => Real as ComponentType<PutOffProps>} />;
}

function Target({ children }: { children: ReactElement<Record<string, unknown>> }) {
  return (
    <PutOffTarget of={({ Menu: Real }) => Real.Target} flips={false} popup="menu">
      {children}
    </PutOffTarget>
  );
}

Menu.Target = Target;
Menu.Dropdown = putOff<MenuDropdownProps>(({ Menu: Real }) => Real.Dropdown);
Menu.Item = putOff<ItemProps>(({ Menu: Real }) => Real.Item as ComponentType<ItemProps>);
Menu.RadioItem = putOff<RadioProps>(({ Menu: Real }) => Real.RadioItem as ComponentType<RadioProps>);
Menu.Label = putOff<MenuLabelProps>(({ Menu: Real }) => Real.Label);
Menu.Divider = putOff<MenuDividerProps>(({ Menu: Real }) => Real.Divider);
