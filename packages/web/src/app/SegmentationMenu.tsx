import { featureLabel } from '@clientele/charts';
import { orderFeatures } from '@clientele/contracts';
import { IconSelector } from '@tabler/icons-react';
import { Menu } from '../components/Menu.tsx';
import { methodLabel } from '../lib/method-label.ts';
import { usePendingFile } from '../lib/pending-file.tsx';
import { useDataset } from '../lib/use-dataset.ts';
import { useFormats } from '../lib/use-formats.ts';
import { useSegmentation } from '../lib/use-segmentation.ts';
import { useText } from '../lib/use-text.ts';
import classes from './SegmentationMenu.module.css';

const labels: Record<string, { label: string } | undefined> = orderFeatures;

/** The segmentation that colours the screens; a menu where there are several. */
export function SegmentationMenu() {
  const { pendingFile } = usePendingFile();
  const { dataset } = useDataset();
  const { segmentation, segmentations, isPending, show } = useSegmentation();
  const formats = useFormats();
  const text = useText();
  const isNone = pendingFile !== null || segmentation === null;
  const hint = text(dataset === null || pendingFile !== null ? 'filters.importFirst' : 'filters.segmentation.how');
  const features =
    segmentation?.features.map((id) => featureLabel({ id, label: labels[id]?.label ?? id }, { text })).join(', ') ?? '';
  const name = isNone
    ? isPending && pendingFile === null
      ? '…'
      : text('filters.segmentation.none')
    : segmentation.name;
  const segmentsOf = ({ k }: { k: number }) => text('filters.segmentation.segments', { n: k, k: formats.count(k) });
  const detail = isNone
    ? hint
    : [
        methodLabel(segmentation.method, text),
        segmentsOf(segmentation),
        ...(segmentation.silhouette === null
          ? []
          : [text('filters.segmentation.silhouette', { value: formats.fixed(segmentation.silhouette, 3) })]),
      ].join(', ');
  const shown = (
    <>
      <span className={classes.label}>
        {text(segmentation?.draft && !isNone ? 'filters.segmentation.draft' : 'filters.segmentation')}
      </span>
      <strong title={features}>{name}</strong>
      <span className={classes.detail}>{detail}</span>
    </>
  );
  if (isNone || segmentations.length < 2) return <div className={classes.current}>{shown}</div>;
  return (
    <Menu position="top-start" width={260}>
      <Menu.Target>
        <button type="button" className={classes.current} data-menu>
          {shown}
          <IconSelector size={14} stroke={1.7} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Label>{text('filters.segmentation.show')}</Menu.Label>
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
              {[
                methodLabel(item.method, text),
                segmentsOf(item),
                ...(item.draft ? [text('filters.segmentation.isDraft')] : []),
              ].join(', ')}
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
