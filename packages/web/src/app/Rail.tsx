import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../lib/use-text.ts';
import { Guide } from './Guide.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import classes from './Rail.module.css';
import { SegmentationMenu } from './SegmentationMenu.tsx';
import { screens } from './screens.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { Wordmark } from './Wordmark.tsx';

/** The navigation at the left, with the segmentation shown at its foot. */
export function Rail() {
  const text = useText();
  return (
    <aside className={classes.rail} aria-label="Clientele">
      <div className={classes.inner}>
        <Link to="/overview" search className={classes.brand}>
          <Wordmark />
          Clientele
        </Link>
        <nav aria-label={text('shell.screens')}>
          <ul>
            {screens.map(({ path, label, icon: Icon }) => (
              <li key={path} data-apart={path === '/data' || undefined}>
                <Link to={path} search className={classes.item} activeProps={{ 'aria-current': 'page' }}>
                  <Icon size={17} stroke={1.7} aria-hidden="true" />
                  {text(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.foot}>
          <SegmentationMenu />
          <div className={classes.local}>
            <IconLock size={14} stroke={1.7} aria-hidden="true" />
            <span>{text('shell.local')}</span>
          </div>
          <div className={classes.tools}>
            <Guide />
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </div>
    </aside>
  );
}
