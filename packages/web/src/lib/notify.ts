import type { NotificationData } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';

let isWanted = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Tells something in the corner of the screen, whatever screen is shown. What draws it is loaded for the first one. */
export async function notify(notification: NotificationData): Promise<void> {
  const { notifications } = await import('@mantine/notifications');
  isWanted = true;
  for (const listener of listeners) listener();
  notifications.show(notification);
}

/** Whether anything has been told yet. */
export const useHasNotices = (): boolean => useSyncExternalStore(subscribe, () => isWanted);
