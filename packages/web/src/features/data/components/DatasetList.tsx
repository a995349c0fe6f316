import type { Dataset } from '@clientele/contracts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../../components/Block.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { formatsFor } from '../../../lib/formats-for.ts';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useText } from '../../../lib/use-text.ts';
import classes from './DatasetList.module.css';
import { DeleteDialog } from './DeleteDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** A dialog that was opened from a menu gives the focus back to the menu's button, or to the screen where the dataset is gone. */
function focusAgain(id: string): void {
  requestAnimationFrame(() => {
    const button = document.querySelector<HTMLElement>(`[data-actions="${CSS.escape(id)}"]`);
    (button ?? document.getElementById('content'))?.focus();
  });
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** All datasets, newest first: open, rename, delete. */
export function DatasetList() {
  const text = useText();
  const { datasets, isPending, error, refetch } = useDataset();
  const [renamed, setRenamed] = useState<Dataset | null>(null);
  const [deleted, setDeleted] = useState<Dataset | null>(null);
  if (error !== null) return <ErrorBlock error={error} onRetry={refetch} />;
  if (isPending) return <Block height={140} />;
  if (datasets.length === 0) return null;
  return (
    <section aria-labelledby="datasets">
      <h2 id="datasets" className={classes.title}>
        {text('datasets.title')}
      </h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{text('datasets.name')}</th>
              <th scope="col">{text('datasets.rowsAre')}</th>
              <th scope="col" className="numeric">
                {text('datasets.kept')}
              </th>
              <th scope="col" className="numeric">
                {text('common.customers')}
              </th>
              <th scope="col" className="numeric">
                {text('common.revenue')}
              </th>
              <th scope="col">{text('datasets.dates')}</th>
              <th scope="col">
                <span className="hidden-visually">{text('datasets.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {datasets.map((dataset) => (
              <DatasetLine
                key={dataset.id}
                dataset={dataset}
                onRename={() => setRenamed(dataset)}
                onDelete={() => setDeleted(dataset)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {renamed !== null && (
        <RenameDialog
          dataset={renamed}
          onClose={() => {
            setRenamed(null);
            focusAgain(renamed.id);
          }}
        />
      )}
      {deleted !== null && (
        <DeleteDialog
          dataset={deleted}
          onClose={() => {
            setDeleted(null);
            focusAgain(deleted.id);
          }}
        />
      )}
    </section>
  );
}

interface DatasetLineProps {
  dataset: Dataset;
  onRename: () => void;
  onDelete: () => void;
}

function DatasetLine({ dataset, onRename, onDelete }: DatasetLineProps) {
  const text = useText();
  const navigate = useNavigate();
  const formats = formatsFor(dataset.currency);
  const { id, name, kind, rows, kept, customers, revenue, from, to, sample, source } = dataset;
  const open = () => void navigate({ to: '/overview', search: { dataset: id } });
  return (
    <tr>
      <th scope="row">
        <button type="button" className="text-link" onClick={open} aria-label={text('datasets.openNamed', { name })}>
          {name}
        </button>
        <span className={classes.detail}>{sample ? text('datasets.sample') : source.name}</span>
      </th>
      <td data-label={text('datasets.rowsAre')}>{text('datasets.kind', { kind })}</td>
      <td data-label={text('datasets.kept')} className="numeric">
        <span>
          {formats.count(kept)}{' '}
          <span className={classes.quiet}>{text('datasets.of', { rows: formats.count(rows) })}</span>
        </span>
      </td>
      <td data-label={text('common.customers')} className="numeric">
        {formats.count(customers)}
      </td>
      <td data-label={text('common.revenue')} className="numeric">
        {formats.moneyShort(revenue)}
      </td>
      <td data-label={text('datasets.dates')}>{from === null || to === null ? '–' : formats.range(from, to)}</td>
      <td className={classes.actions}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              data-actions={id}
              variant="subtle"
              color="gray"
              size={28}
              aria-label={text('datasets.actionsFor', { name })}
            >
              <IconDots {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={open}>{text('datasets.open')}</Menu.Item>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onRename}>
              {text('datasets.rename')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash {...icon} />} onClick={onDelete}>
              {text('datasets.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
