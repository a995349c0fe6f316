import { Menu } from '@mantine/core';
import { IconDatabase, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { usePendingFile } from '../lib/pending-file.tsx';
import { useDataset } from '../lib/use-dataset.ts';
import { useFormats } from '../lib/use-formats.ts';
import classes from './DatasetPicker.module.css';
import { FilterButton } from './FilterButton.tsx';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** Which dataset the screens show. */
export function DatasetPicker() {
  const { dataset, datasets, isPending, show } = useDataset();
  const { pendingFile } = usePendingFile();
  const navigate = useNavigate();
  const formats = useFormats();
  const name = pendingFile ?? dataset?.name ?? (isPending ? '…' : 'No data yet');
  return (
    <Menu width={280}>
      <Menu.Target>
        <FilterButton
          icon={<IconDatabase {...icon} />}
          hiddenLabel="Dataset"
          value={
            <>
              <span className={classes.name}>{name}</span>
              {pendingFile !== null && <span className={classes.chip}>not imported</span>}
            </>
          }
        />
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {datasets.map(({ id, name: label, customers }) => (
          <Menu.RadioItem key={id} value={id} checked={id === dataset?.id} closeMenuOnClick onChange={show}>
            {label}
            <span className={classes.detail}>{formats.count(customers)} customers</span>
          </Menu.RadioItem>
        ))}
        {datasets.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => void navigate({ to: '/data', search: true })}>
          Add data
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
