import { IconUpload } from '@tabler/icons-react';
import { useText } from '../../../lib/use-text.ts';
import classes from './DropOverlay.module.css';

/** Lies over the whole page while a file is dragged over it. */
export function DropOverlay() {
  const text = useText();
  return (
    <div className={classes.over} aria-hidden="true">
      <span>
        <IconUpload size={20} stroke={1.7} /> {text('data.drop.over')}
      </span>
    </div>
  );
}
