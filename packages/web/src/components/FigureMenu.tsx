import { ActionIcon } from '@mantine/core';
import { IconChartBar, IconDots, IconFileTypeCsv, IconPhoto, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../lib/use-text.ts';
import { Menu } from './Menu.tsx';

export interface FigureMenuProps {
  /** The figure's title, so that each menu has its own name. */
  title: string;
  isTable: boolean;
  /** Absent where the figure is a table already. */
  onToggleTable?: () => void;
  onCsv: () => void;
  /** Absent where there is nothing drawn. */
  onPng?: () => void;
  /** Further items. */
  children?: ReactNode;
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** The quiet menu of a figure: table, CSV, PNG. */
export function FigureMenu({ title, isTable, onToggleTable, onCsv, onPng, children }: FigureMenuProps) {
  const text = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={text('parts.menuOf', { name: title })}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onToggleTable !== undefined && (
          <Menu.Item
            leftSection={isTable ? <IconChartBar {...icon} /> : <IconTable {...icon} />}
            onClick={onToggleTable}
          >
            {text(isTable ? 'parts.showChart' : 'parts.showTable')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconFileTypeCsv {...icon} />} onClick={onCsv}>
          {text('parts.csv')}
        </Menu.Item>
        {onPng !== undefined && !isTable && (
          <Menu.Item leftSection={<IconPhoto {...icon} />} onClick={onPng}>
            {text('parts.png')}
          </Menu.Item>
        )}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
