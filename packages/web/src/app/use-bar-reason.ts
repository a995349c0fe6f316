import { usePendingFile } from '../lib/pending-file.tsx';
import { useDataset } from '../lib/use-dataset.ts';

/** Why the filters cannot be used, or null where they can. */
export function useBarReason(): string | null {
  const { pendingFile } = usePendingFile();
  const { dataset } = useDataset();
  if (pendingFile !== null) return 'Import the file first';
  return dataset === null ? 'Add data first' : null;
}
