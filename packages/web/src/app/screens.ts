import type { TextKey } from '@clientele/texts';
import {
  IconAddressBook,
  IconBulb,
  IconChartDots,
  IconDatabase,
  IconFileText,
  IconFlask,
  IconLayoutDashboard,
  type IconProps,
  IconTable,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface ScreenEntry {
  path:
    | '/overview'
    | '/explore'
    | '/insights'
    | '/lab'
    | '/segments'
    | '/customers'
    | '/predict'
    | '/report'
    | '/rows'
    | '/data';
  label: TextKey;
  icon: ComponentType<IconProps>;
  /** On a phone: among the tabs, or behind More. */
  isTab: boolean;
  /** Loads the screen, the first time it is shown. */
  load: () => Promise<{ Screen: ComponentType }>;
}

const found = import.meta.glob<Record<string, ComponentType>>('../features/*/*Screen.tsx');
const fileOf = (name: string) => `../features/${name.toLowerCase()}/${name}Screen.tsx`;

function screen(name: string, path: ScreenEntry['path'], icon: ScreenEntry['icon'], isTab: boolean): ScreenEntry[] {
  const load = found[fileOf(name)];
  if (load === undefined) return [];
  const label = `shell.${path.slice(1) as 'overview'}` as const;
  return [
    {
      label,
      path,
      icon,
      isTab,
      load: async () => {
        const Screen = (await load())[`${name}Screen`];
        if (Screen === undefined) throw new Error(`No ${name}Screen stands in ${fileOf(name)}`);
        return { Screen };
      },
    },
  ];
}

/** The screens in the order of the rail. To add one: features/<name>/<Name>Screen.tsx, a line here, its route in router.ts, its label in texts. */
export const screens: readonly ScreenEntry[] = [
  screen('Overview', '/overview', IconLayoutDashboard, true),
  screen('Insights', '/insights', IconBulb, false),
  screen('Explore', '/explore', IconChartDots, false),
  screen('Lab', '/lab', IconFlask, false),
  screen('Segments', '/segments', IconUsersGroup, true),
  screen('Customers', '/customers', IconAddressBook, true),
  screen('Predict', '/predict', IconTargetArrow, true),
  screen('Report', '/report', IconFileText, false),
  screen('Rows', '/rows', IconTable, false),
  screen('Data', '/data', IconDatabase, false),
].flat();
