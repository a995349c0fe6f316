import type { ReactNode } from 'react';
import { PageHead } from '../../../components/PageHead.tsx';
import { useText } from '../../../lib/use-text.ts';
import classes from './WaitPanel.module.css';

/** The screen while a file is copied, recognised or imported. */
export function WaitPanel({ title, file, children }: { title: string; file: string | null; children: ReactNode }) {
  const text = useText();
  return (
    <>
      <PageHead title={text('data.title')} facts={file ?? undefined} />
      <section className={classes.wait} aria-label={title}>
        {children}
      </section>
    </>
  );
}
