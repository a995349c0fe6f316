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

type Found = () => Promise<Record<string, ComponentType>>;
const found = import.meta.glob<Record<string, ComponentType>>('../features/*/*Screen.tsx');

function loadScreen(name: string): ScreenEntry['load'] {
  const load = found[`../features/${name.toLowerCase()}/${name}Screen.tsx`] as Found | undefined;
  return async () => {
    const Screen = (await load?.())?.[`${name}Screen`];
    if (Screen === undefined) throw new Error(`The screen ${name} is not built`);
    return { Screen };
  };
}

/** The screens in the order of the rail; to add one, add its folder under features and a line here. */
export const screens: readonly ScreenEntry[] = [
  { path: '/overview', label: 'Overview', icon: IconLayoutDashboard, isTab: true, load: loadScreen('Overview') },
  { path: '/lab', label: 'Lab', icon: IconFlask, isTab: false, load: loadScreen('Lab') },
  { path: '/segments', label: 'Segments', icon: IconUsersGroup, isTab: true, load: loadScreen('Segments') },
  { path: '/customers', label: 'Customers', icon: IconAddressBook, isTab: true, load: loadScreen('Customers') },
  { path: '/predict', label: 'Predict', icon: IconTargetArrow, isTab: true, load: loadScreen('Predict') },
  { path: '/data', label: 'Data', icon: IconDatabase, isTab: false, load: loadScreen('Data') },
];
