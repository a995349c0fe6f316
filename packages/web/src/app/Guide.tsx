import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBook2 } from '@tabler/icons-react';
import { lazy, Suspense, useRef } from 'react';
import { useText } from '../lib/use-text.ts';

const Drawer = lazy(async () => ({ default: (await import('./GuideDrawer.tsx')).GuideDrawer }));

/** The guide behind a button: terms and figures in plain words. */
export function Guide() {
  const text = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  const wasOpened = useRef(false);
  wasOpened.current ||= isOpen;
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={text('guide.title')} onClick={open}>
        <IconBook2 size={16} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
      {wasOpened.current && (
        <Suspense>
          <Drawer isOpen={isOpen} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
