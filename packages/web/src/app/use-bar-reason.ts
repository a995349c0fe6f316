import { usePendingFile } from '../lib/pending-file.tsx';
import { useDataset } from '../lib/use-dataset.ts';
import { useText } from '../lib/use-text.ts';

/** Why the filters cannot be used, or null where they can. */
export function useBarReason(): string | null {
  const text = useText();
  const { pendingFile } = usePendingFile();
  const { dataset } = useDataset();
  if (pendingFile !== null) return text('filters.importFirst');
  return dataset === null ? text('filters.dataFirst') : null;
}
