import { type ReactNode, useId } from 'react';
import { useStale } from '../lib/use-stale.ts';
import classes from './FigureFrame.module.css';

export interface FigureFrameProps {
  /** The finding. */
  title: ReactNode;
  /** The measure. */
  subtitle?: ReactNode;
  /** At the top right: the menu, a switch. */
  actions?: ReactNode;
  children: ReactNode;
  /** Old content while the new one is on its way. */
  isStale?: boolean;
  className?: string;
}

/** Title, subtitle, actions and room for what is shown: the frame that all figures share. */
export function FigureFrame({ title, subtitle, actions, children, isStale = false, className }: FigureFrameProps) {
  const heading = useId();
  const stale = useStale(isStale);
  return (
    <section className={[classes.frame, className].filter(Boolean).join(' ')} aria-labelledby={heading}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2 id={heading}>{title}</h2>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <div className={classes.actions}>{actions}</div>
      </header>
      <div className={classes.body} {...stale}>
        {children}
      </div>
    </section>
  );
}
