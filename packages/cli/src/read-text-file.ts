import { readFile } from 'node:fs/promises';
import { ClienteleError } from '@clientele/contracts';

/** Reads a small text file that the user named. Throws `not-found` or `file-unreadable`. */
export async function readTextFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new ClienteleError(
      isMissing ? 'not-found' : 'file-unreadable',
      isMissing ? `There is no file ${path} for ${what}; check its name.` : `The file ${path} cannot be read.`,
      { file: path },
      cause,
    );
  }
}
