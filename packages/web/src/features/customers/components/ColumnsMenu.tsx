import { featureLabel, featureMeaning } from '@clientele/charts';
import type { FeatureInfo } from '@clientele/contracts';
import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useText } from '../../../lib/use-text.ts';
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
  const text = useText();
  const flip = (id: string) =>
    onChange(features.map((feature) => feature.id).filter((each) => (each === id) !== shown.includes(each)));
  return (
    <Popover position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden="true" />}>
          {text('customers.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.list} aria-label={text('customers.columns')}>
          {features.map(({ id, label, meaning }) => (
            <li key={id} title={featureMeaning({ id, label, meaning }, { text })}>
              <Checkbox
                label={featureLabel({ id, label }, { text })}
                checked={shown.includes(id)}
                onChange={() => flip(id)}
                classNames={{ body: classes.body }}
              />
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          <Button variant="subtle" disabled={isUsual} onClick={() => onChange(null)}>
            {text('customers.columns.usual')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
