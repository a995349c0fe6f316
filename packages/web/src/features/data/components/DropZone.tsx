import { Button } from '@mantine/core';
import { IconBuildingStore, IconUpload } from '@tabler/icons-react';
import { useText } from '../../../lib/use-text.ts';
import classes from './DropZone.module.css';

export interface DropZoneProps {
  onChoose: () => void;
  onSample: () => void;
}

/** Where data come in: drop, choose, or try the sample shop. */
export function DropZone({ onChoose, onSample }: DropZoneProps) {
  const text = useText();
  return (
    <section className={classes.zone} aria-label={text('data.drop.add')}>
      <h2>{text('data.drop.title')}</h2>
      <p>{text('data.drop.lead')}</p>
      <div className={classes.actions}>
        <Button
          variant="filled"
          leftSection={<IconUpload size={16} stroke={1.7} aria-hidden="true" />}
          onClick={onChoose}
        >
          {text('data.drop.choose')}
        </Button>
        <Button leftSection={<IconBuildingStore size={16} stroke={1.7} aria-hidden="true" />} onClick={onSample}>
          {text('data.drop.sample')}
        </Button>
      </div>
    </section>
  );
}
