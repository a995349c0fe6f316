import type { Ref } from 'react';
import { useText } from '../../../lib/use-text.ts';

const kinds = '.csv,.tsv,.txt,.xlsx,.xls,.parquet,.json,.jsonl,.ndjson,.gz';

/** The browser's own dialog for a file; a button opens it. */
export function FileChooser({ ref, onFile }: { ref: Ref<HTMLInputElement>; onFile: (file: File) => void }) {
  const text = useText();
  return (
    <input
      ref={ref}
      type="file"
      className="hidden-visually"
      tabIndex={-1}
      aria-label={text('data.chooser')}
      accept={kinds}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        currentTarget.value = '';
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
