import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { narrow } from '../lib/narrow.ts';
import { PendingFileProvider } from '../lib/pending-file.tsx';
import { useText } from '../lib/use-text.ts';
import { FilterBar } from './FilterBar.tsx';
import { Rail } from './Rail.tsx';
import classes from './Shell.module.css';
import { screens } from './screens.ts';
import { useAddressedDataset } from './use-addressed-dataset.ts';
import { useDropGuard } from './use-drop-guard.ts';

// What only a phone shows comes when one asks for it.
const MobileBar = lazy(async () => ({ default: (await import('./MobileBar.tsx')).MobileBar }));
const Tabs = lazy(async () => ({ default: (await import('./Tabs.tsx')).Tabs }));

/** Rail, filter bar and the screen; below 900 px a top bar, the screen and tabs. */
export function Shell() {
  const text = useText();
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const screen = screens.find(({ path }) => pathname.startsWith(path));
  const title = screen === undefined ? 'Clientele' : text(screen.label);
  useAddressedDataset();
  useDropGuard();

  const lastPath = useRef(pathname);
  useEffect(() => {
    document.title = title === 'Clientele' ? title : `${title}, Clientele`;
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [title, pathname]);

  return (
    <PendingFileProvider>
      <a className={classes.skip} href="#content">
        {text('shell.skip')}
      </a>
      <div className={classes.shell} data-narrow={isNarrow || undefined}>
        {!isNarrow && <Rail />}
        <div className={classes.column}>
          {isNarrow ? (
            <Suspense fallback={<div style={{ height: 'var(--bar-height)' }} />}>
              <MobileBar title={title} />
            </Suspense>
          ) : (
            <FilterBar />
          )}
          <main id="content" ref={main} tabIndex={-1} className={classes.main}>
            <Outlet />
          </main>
        </div>
        {isNarrow && (
          <Suspense>
            <Tabs />
          </Suspense>
        )}
      </div>
    </PendingFileProvider>
  );
}
