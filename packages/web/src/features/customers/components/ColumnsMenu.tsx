import type { FeatureInfo } from '@clientele/contracts';
import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import classes from './ColumnsMenu.module.css';

export interface ColumnsMenuProps {
  features: readonly FeatureInfo[];
  /** Ids of the features that are columns. */
  shown: readonly string[];
  /** True where nothing was chosen and the suggested ones stand. */
  isUsual: boolean;
  /** Null: the suggested ones again. */
  onChange: (columns: string[] | null) => void;
}

/** Which features are columns of the list. */
export function ColumnsMenu({ features, shown, isUsual, onChange }: ColumnsMenuProps) {
  const flip = (id: string) =>
    onChange(features.map((feature) => feature.id).filter((each) => (each === id) !== shown.includes(each)));
  return (
    <Popover position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden="true" />}>Columns</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.list} aria-label="Columns">
          {features.map(({ id, label, meaning }) => (
            <li key={id} title={meaning}>
              <Checkbox
                label={label}
                checked={shown.includes(id)}
                onChange={() => flip(id)}
                classNames={{ body: classes.body }}
              />
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          <Button variant="subtle" disabled={isUsual} onClick={() => onChange(null)}>
            The suggested ones
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
