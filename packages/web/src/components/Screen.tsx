import type { ReactNode } from 'react';
import classes from './Screen.module.css';

/** The padding and width of a screen's content. */
export function Screen({ children }: { children: ReactNode }) {
  return <div className={classes.screen}>{children}</div>;
}
