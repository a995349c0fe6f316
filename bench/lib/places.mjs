import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const command = join(root, 'packages/cli/bin/clientele.js');

const first = (...paths) => paths.find((path) => path && existsSync(path)) ?? null;

/** Real files, where the machine has them. */
export const dataFolder = first(process.env.CLIENTELE_DATA, join(root, '../shared/data'));
/** Scripts of the peers we are timed against, where the machine has them. */
export const peersFolder = first(process.env.CLIENTELE_PEERS, join(root, '../shared/peers'));
/** Python with pandas and scikit-learn. */
export const python = process.env.CLIENTELE_PYTHON ?? '/usr/bin/python3';
