import {
  IconAddressBook,
  IconDatabase,
  IconFlask,
  IconLayoutDashboard,
  type IconProps,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface ScreenEntry {
  path: '/overview' | '/lab' | '/segments' | '/customers' | '/predict' | '/data';
  label: string;
  icon: ComponentType<IconProps>;
  /** On a phone: among the tabs, or behind More. */
  isTab: boolean;
  /** Loads the screen, the first time it is shown. */
  load: () => Promise<{ Screen: ComponentType }>;
}

const found = import.meta.glob<Record<string, ComponentType>>('../features/*/*Screen.tsx');
const fileOf = (label: string) => `../features/${label.toLowerCase()}/${label}Screen.tsx`;

function screen(label: string, path: ScreenEntry['path'], icon: ScreenEntry['icon'], isTab: boolean): ScreenEntry {
  return {
    label,
    path,
    icon,
    isTab,
    load: async () => {
      const Screen = (await found[fileOf(label)]?.())?.[`${label}Screen`];
      if (Screen === undefined) throw new Error(`No ${label}Screen stands in ${fileOf(label)}`);
      return { Screen };
    },
  };
}

/** The screens in the order of the rail. To add one: features/<name>/<Name>Screen.tsx, a line here, its route in router.ts. */
export const screens: readonly ScreenEntry[] = [
  screen('Overview', '/overview', IconLayoutDashboard, true),
  screen('Lab', '/lab', IconFlask, false),
  screen('Segments', '/segments', IconUsersGroup, true),
  screen('Customers', '/customers', IconAddressBook, true),
  screen('Predict', '/predict', IconTargetArrow, true),
  screen('Data', '/data', IconDatabase, false),
].filter(({ label }) => fileOf(label) in found);
