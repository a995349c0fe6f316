import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useText } from '../lib/use-text.ts';
import classes from './HelpButton.module.css';
import { Popover } from './Popover.tsx';

/** A short help behind a question mark. `of` names what it is about, for those who do not see where it stands. */
export function HelpButton({ of, help }: { of: string; help: string }) {
  const text = useText();
  return (
    <Popover position="bottom-end" width={300} trapFocus={false}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={text('common.helpFor', { of })}>
          <IconHelp size={16} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.help}>{help}</Popover.Dropdown>
    </Popover>
  );
}
