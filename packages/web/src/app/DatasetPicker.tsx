import { IconDatabase, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Menu } from '../components/Menu.tsx';
import { usePendingFile } from '../lib/pending-file.tsx';
import { useDataset } from '../lib/use-dataset.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useText } from '../lib/use-text.ts';
import classes from './DatasetPicker.module.css';
import { FilterButton } from './FilterButton.tsx';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** Which dataset the screens show. */
export function DatasetPicker() {
  const { dataset, datasets, isPending, show } = useDataset();
  const { pendingFile } = usePendingFile();
  const navigate = useNavigate();
  const formats = useFormats();
  const text = useText();
  const name = pendingFile ?? dataset?.name ?? (isPending ? '…' : text('filters.noDataset'));
  return (
    <Menu width={280}>
      <Menu.Target>
        <FilterButton
          icon={<IconDatabase {...icon} />}
          hiddenLabel={text('filters.dataset')}
          value={
            <>
              <span className={classes.name}>{name}</span>
              {pendingFile !== null && <span className={classes.chip}>{text('filters.notImported')}</span>}
            </>
          }
        />
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {datasets.map(({ id, name: label, customers }) => (
          <Menu.RadioItem key={id} value={id} checked={id === dataset?.id} closeMenuOnClick onChange={show}>
            {label}
            <span className={classes.detail}>
              {text('customers.all', { n: customers, count: formats.count(customers) })}
            </span>
          </Menu.RadioItem>
        ))}
        {datasets.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => void navigate({ to: '/data', search: true })}>
          {text('overview.addData')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
