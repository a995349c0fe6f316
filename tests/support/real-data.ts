import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

const folders = [process.env.CLIENTELE_DATA, join(root, '../shared/data')];

/** The folder with the real files, or null; the reason is printed once. */
export const dataFolder =
  folders.find((folder): folder is string => folder !== undefined && existsSync(folder)) ?? null;
if (dataFolder === null) console.warn('Skipped: no real files in $CLIENTELE_DATA or ../shared/data.');

/** Path of a real file. */
export const dataFile = (name: string): string => join(dataFolder ?? '', name);
