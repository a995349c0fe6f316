import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface PendingFileState {
  /** Name of the file that is being looked at and not imported yet. */
  pendingFile: string | null;
  setPendingFile: (name: string | null) => void;
}

const PendingFile = createContext<PendingFileState>({ pendingFile: null, setPendingFile: () => undefined });

/** Lets the bar and the rail know that a file is open but not imported. */
export function PendingFileProvider({ children }: { children: ReactNode }) {
  const [pendingFile, setPendingFile] = useState<string | null>(null);
  const state = useMemo(() => ({ pendingFile, setPendingFile }), [pendingFile]);
  return <PendingFile value={state}>{children}</PendingFile>;
}

export const usePendingFile = () => useContext(PendingFile);
