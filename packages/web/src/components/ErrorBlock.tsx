import { isClienteleError } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useText } from '../lib/use-text.ts';
import classes from './States.module.css';

export interface ErrorBlockProps {
  error: Error;
  onRetry?: () => void;
  height?: number;
}

/** A failure inside the block that failed: the sentence of what happened and what to do, and Retry. */
export function ErrorBlock({ error, onRetry, height }: ErrorBlockProps) {
  const text = useText();
  const known = isClienteleError(error);
  return (
    <div className={classes.state} role="alert" style={{ minHeight: height }}>
      <p className={classes.failure}>
        <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
        <span>{known ? error.message : text('parts.broken')}</span>
      </p>
      <details className={classes.details}>
        <summary>{text('parts.details')}</summary>
        <code>{known ? text('parts.code', { code: error.code }) : error.message}</code>
      </details>
      {onRetry !== undefined && <Button onClick={onRetry}>{text('parts.retry')}</Button>}
    </div>
  );
}
