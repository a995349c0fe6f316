import type { TextKey } from '@clientele/texts';
import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { Menu } from '../components/Menu.tsx';
import { useText } from '../lib/use-text.ts';

const choices: { value: MantineColorScheme; label: TextKey; icon: typeof IconSun }[] = [
  { value: 'auto', label: 'shell.theme.auto', icon: IconDeviceDesktop },
  { value: 'light', label: 'shell.theme.light', icon: IconSun },
  { value: 'dark', label: 'shell.theme.dark', icon: IconMoon },
];

/** Light, dark, or as the system says; remembered in this browser. */
export function ThemeSwitch() {
  const text = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = choices.find(({ value }) => value === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={text('shell.theme')}>
          <Current size={16} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, label, icon: Icon }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={value === colorScheme}
            closeMenuOnClick
            rightSection={<Icon size={16} stroke={1.7} aria-hidden="true" />}
            onChange={() => setColorScheme(value)}
          >
            {text(label)}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
