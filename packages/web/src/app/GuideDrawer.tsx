import { Drawer } from '@mantine/core';
import { useText } from '../lib/use-text.ts';
import { GuideContents } from './GuideContents.tsx';

/** The guide as a sheet at the side. */
export function GuideDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={420} title={text('guide.title')}>
      <GuideContents />
    </Drawer>
  );
}
