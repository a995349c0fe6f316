import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { narrow } from '../lib/narrow.ts';
import { PendingFileProvider } from '../lib/pending-file.tsx';
import { FilterBar } from './FilterBar.tsx';
import { MobileBar } from './MobileBar.tsx';
import { Rail } from './Rail.tsx';
import classes from './Shell.module.css';
import { screens } from './screens.ts';
import { Tabs } from './Tabs.tsx';
import { useAddressedDataset } from './use-addressed-dataset.ts';
import { useDropGuard } from './use-drop-guard.ts';

/** Rail, filter bar and the screen; below 900 px a top bar, the screen and tabs. */
export function Shell() {
  const isNarrow = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const screen = screens.find(({ path }) => pathname.startsWith(path));
  const title = screen?.label ?? 'Clientele';
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
        Skip to the content
      </a>
      <div className={classes.shell} data-narrow={isNarrow || undefined}>
        {!isNarrow && <Rail />}
        <div className={classes.column}>
          {isNarrow ? <MobileBar title={title} /> : <FilterBar />}
          <main id="content" ref={main} tabIndex={-1} className={classes.main}>
            <Outlet />
          </main>
        </div>
        {isNarrow && <Tabs />}
      </div>
    </PendingFileProvider>
  );
}
