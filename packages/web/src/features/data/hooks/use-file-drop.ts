import { ClienteleError } from '@clientele/contracts';
import type { Text } from '@clientele/texts';
import { useEffect, useState } from 'react';
import { useText } from '../../../lib/use-text.ts';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** The one file that was dropped, or why it cannot be taken. */
function fileOf({ items, files }: DataTransfer, text: Text): File | ClienteleError {
  const [file] = files;
  if (files.length > 1) return new ClienteleError('usage', text('data.manyFiles', { n: files.length }));
  if (file === undefined || items[0]?.webkitGetAsEntry()?.isDirectory)
    return new ClienteleError('usage', text('data.folder'));
  return file;
}

/** Takes a file dropped anywhere on the page while the screen is shown; true while one is dragged over it. */
export function useFileDrop(
  onFile: (file: File) => void,
  onRefused: (reason: ClienteleError) => void,
  isEnabled: boolean,
): boolean {
  const text = useText();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isEnabled) return;
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      const taken = fileOf(event.dataTransfer, text);
      if (taken instanceof ClienteleError) onRefused(taken);
      else onFile(taken);
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      setOver(false);
    };
  }, [onFile, onRefused, isEnabled, text]);
  return isOver;
}
