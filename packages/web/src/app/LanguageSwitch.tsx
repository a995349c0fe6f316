import { isLanguage, languages } from '@clientele/texts';
import { ActionIcon } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { Menu } from '../components/Menu.tsx';
import { useLanguage } from '../lib/language.tsx';

/** The languages by their own names; the choice is remembered in this browser. */
export function LanguageSwitch() {
  const { language, text, choose } = useLanguage();
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={text('shell.language')}>
          <IconLanguage size={16} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(languages).map(([value, name]) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={value === language}
            closeMenuOnClick
            onChange={() => isLanguage(value) && choose(value)}
          >
            <span lang={value}>{name}</span>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
