import { Button } from '@mantine/core';
import { IconBuildingStore, IconUpload } from '@tabler/icons-react';
import classes from './DropZone.module.css';

export interface DropZoneProps {
  onChoose: () => void;
  onSample: () => void;
}

/** Where data come in: drop, choose, or try the sample shop. */
export function DropZone({ onChoose, onSample }: DropZoneProps) {
  return (
    <section className={classes.zone} aria-label="Add data">
      <h2>Drop an export of your shop anywhere on this page</h2>
      <p>
        Order lines or a table of customers, as CSV, Excel, Parquet or JSON lines. You see what was recognised before
        anything is imported; nothing leaves this computer.
      </p>
      <div className={classes.actions}>
        <Button
          variant="filled"
          leftSection={<IconUpload size={16} stroke={1.7} aria-hidden="true" />}
          onClick={onChoose}
        >
          Choose a file
        </Button>
        <Button leftSection={<IconBuildingStore size={16} stroke={1.7} aria-hidden="true" />} onClick={onSample}>
          Try the sample shop
        </Button>
      </div>
    </section>
  );
}
