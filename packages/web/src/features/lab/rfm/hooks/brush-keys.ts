import { noGroup } from './rfm-cells.ts';

const letters = 26;

/** The letters of a group on the map: A to Z, then AA and on. */
export function letterOf(group: number): string {
  const last = String.fromCharCode(65 + (group % letters));
  return group < letters ? last : `${letterOf(Math.floor(group / letters) - 1)}${last}`;
}

/** The group that a key chooses: its letter or, of the first nine, its number; 0 is no group. Undefined where the key chooses none. */
export function groupOfKey(key: string, groups: number): number | undefined {
  if (key === '0') return noGroup;
  const group = /^[1-9]$/.test(key)
    ? Number(key) - 1
    : /^[a-z]$/i.test(key)
      ? key.toUpperCase().charCodeAt(0) - 65
      : -1;
  return group >= 0 && group < groups ? group : undefined;
}
