import { isClienteleError } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './States.module.css';

export interface ErrorBlockProps {
  error: Error;
  onRetry?: () => void;
  height?: number;
}

/** A failure inside the block that failed: the sentence of what happened and what to do, and Retry. */
export function ErrorBlock({ error, onRetry, height }: ErrorBlockProps) {
  const known = isClienteleError(error);
  return (
    <div className={classes.state} role="alert" style={{ minHeight: height }}>
      <p className={classes.failure}>
        <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
        <span>{known ? error.message : 'This part could not be shown; the rest of the screen stands.'}</span>
      </p>
      <details className={classes.details}>
        <summary>Details</summary>
        <code>{known ? `Code: ${error.code}` : error.message}</code>
      </details>
      {onRetry !== undefined && <Button onClick={onRetry}>Retry</Button>}
    </div>
  );
}
