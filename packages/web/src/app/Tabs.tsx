import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLock, IconMenu2 } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useText } from '../lib/use-text.ts';
import { Guide } from './Guide.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SegmentationMenu } from './SegmentationMenu.tsx';
import { screens } from './screens.ts';
import classes from './Tabs.module.css';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** The navigation of the phone: four screens and More. */
export function Tabs() {
  const text = useText();
  const [isOpen, { open, close }] = useDisclosure(false);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const others = screens.filter(({ isTab }) => !isTab);
  const isInMore = others.some(({ path }) => pathname.startsWith(path));
  return (
    <>
      <nav aria-label={text('shell.screens')} className={classes.tabs}>
        <ul>
          {screens
            .filter(({ isTab }) => isTab)
            .map(({ path, label, icon: Icon }) => (
              <li key={path}>
                <Link to={path} search className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
                  <Icon size={20} stroke={1.7} aria-hidden="true" />
                  {text(label)}
                </Link>
              </li>
            ))}
          <li>
            <button
              type="button"
              className={classes.tab}
              data-current={isInMore || undefined}
              onClick={open}
              aria-haspopup="dialog"
            >
              <IconMenu2 size={20} stroke={1.7} aria-hidden="true" />
              {text('shell.more')}
            </button>
          </li>
        </ul>
      </nav>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="auto" title={text('shell.more')} radius="lg">
        <ul className={classes.more}>
          {others.map(({ path, label, icon: Icon }) => (
            <li key={path}>
              <Link to={path} search onClick={close} activeProps={{ 'aria-current': 'page' }}>
                <Icon size={18} stroke={1.7} aria-hidden="true" />
                {text(label)}
              </Link>
            </li>
          ))}
        </ul>
        <div className={classes.about}>
          <SegmentationMenu />
          <p>
            <IconLock size={14} stroke={1.7} aria-hidden="true" /> {text('shell.local')} <Guide />
            <LanguageSwitch /> <ThemeSwitch />
          </p>
        </div>
      </Drawer>
    </>
  );
}
