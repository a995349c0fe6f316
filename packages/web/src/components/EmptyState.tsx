import type { ReactNode } from 'react';
import classes from './States.module.css';

/** Nothing to show: one sentence why, one action. */
export function EmptyState({ children, action, height }: { children: ReactNode; action?: ReactNode; height?: number }) {
  return (
    <div className={classes.state} style={{ minHeight: height }}>
      <p>{children}</p>
      {action}
    </div>
  );
}
