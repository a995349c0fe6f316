import { ClienteleError } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** The one file that was dropped, or why it cannot be taken. */
export function droppedFile({ items, files }: DataTransfer, text: Text): File | ClienteleError {
  const [file] = files;
  if (files.length > 1) return new ClienteleError('usage', text('score.manyFiles', { n: files.length }));
  if (file === undefined || items[0]?.webkitGetAsEntry()?.isDirectory)
    return new ClienteleError('usage', text('score.folder'));
  return file;
}
