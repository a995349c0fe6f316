import { methodTable, orderFeatures } from '@clientele/contracts';
import { Menu } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { usePendingFile } from '../lib/pending-file.tsx';
import { useDataset } from '../lib/use-dataset.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useSegmentation } from '../lib/use-segmentation.ts';
import classes from './SegmentationMenu.module.css';

const labels: Record<string, { label: string } | undefined> = orderFeatures;

/** The segmentation that colours the screens; a menu where there are several. */
export function SegmentationMenu() {
  const { pendingFile } = usePendingFile();
  const { dataset } = useDataset();
  const { segmentation, segmentations, isPending, show } = useSegmentation();
  const formats = useFormats();
  const isNone = pendingFile !== null || segmentation === null;
  const hint = dataset === null || pendingFile !== null ? 'Import the file first' : 'Run a recipe in the Lab';
  const features = segmentation?.features.map((id) => labels[id]?.label ?? id).join(', ') ?? '';
  const name = isNone ? (isPending && pendingFile === null ? '…' : 'None yet') : segmentation.name;
  const detail = isNone
    ? hint
    : [
        methodTable[segmentation.method].label,
        `${segmentation.k} segments`,
        ...(segmentation.silhouette === null ? [] : [`silhouette ${formats.fixed(segmentation.silhouette, 3)}`]),
      ].join(', ');
  const text = (
    <>
      <span className={classes.label}>Segmentation{segmentation?.draft && !isNone ? ', draft' : ''}</span>
      <strong title={features}>{name}</strong>
      <span className={classes.detail}>{detail}</span>
    </>
  );
  if (isNone || segmentations.length < 2) return <div className={classes.current}>{text}</div>;
  return (
    <Menu position="top-start" width={260}>
      <Menu.Target>
        <button type="button" className={classes.current} data-menu>
          {text}
          <IconSelector size={14} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>Show the segments of</Menu.Label>
        {segmentations.map((item) => (
          <Menu.RadioItem
            key={item.id}
            value={item.id}
            checked={item.id === segmentation.id}
            closeMenuOnClick
            onChange={show}
          >
            {item.name}
            <span className={classes.itemDetail}>
              {methodTable[item.method].label}, {item.k} segments{item.draft ? ', draft' : ''}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
