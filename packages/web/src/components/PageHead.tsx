import type { ReactNode } from 'react';
import classes from './PageHead.module.css';

export interface PageHeadProps {
  title: string;
  /** One line of facts beside the title. */
  facts?: ReactNode;
  /** At the right: hints and buttons; the main one last. */
  actions?: ReactNode;
}

/** The head of a screen, 52 high, over a hairline. */
export function PageHead({ title, facts, actions }: PageHeadProps) {
  return (
    <div className={classes.head}>
      <h1>{title}</h1>
      {facts !== undefined && <p className={classes.facts}>{facts}</p>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
