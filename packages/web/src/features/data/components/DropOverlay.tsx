import { IconUpload } from '@tabler/icons-react';
import classes from './DropOverlay.module.css';

/** Lies over the whole page while a file is dragged over it. */
export function DropOverlay() {
  return (
    <div className={classes.over} aria-hidden="true">
      <span>
        <IconUpload size={20} stroke={1.7} /> Drop the file to look into it
      </span>
    </div>
  );
}
