import { lazy, Suspense } from 'react';
import { useHasNotices } from '../lib/notify.ts';

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

/** The corner where notices appear, there from the first one on. */
export function Notices() {
  return (
    useHasNotices() && (
      <Suspense>
        <Notifications position="bottom-right" limit={3} />
      </Suspense>
    )
  );
}
