import type { Rules } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { SpareColumn } from '../cleaning/staged.ts';
import type { Effects } from '../effects.ts';
import type { MappingPatch } from '../recognition/complete-mapping.ts';
import { type Recognition, recognise } from '../recognition/recognise.ts';
import { openSource } from '../sources/open-source.ts';
import type { Source } from '../sources/source.ts';

/** How a file is to be read; whatever is absent is recognised. */
export interface ReadingOptions {
  /** Name to show instead of the file's own. */
  name?: string;
  mapping?: MappingPatch;
  rules?: Rules;
  sheets?: string[];
  /** Looks for what only the rules that are on need, so that a single run is faster; other rules cannot be switched later. */
  isFinal?: boolean;
  /** With `isFinal`: columns that the run does without, so that it is faster still. */
  spare?: readonly SpareColumn[];
}

/** What reading a file needs from outside. */
export type ReadingEffects = Pick<Effects, 'engine' | 'signal' | 'onProgress'>;

/** A file that can be read, and what it is taken for. Neither depends on the mapping or the rules. */
export interface OpenedSource {
  source: Source;
  recognition: Recognition;
}

/** Opens and recognises a file; `source.close` is the caller's. Throws what opening throws. */
export async function openForReading(
  { engine, signal, onProgress }: ReadingEffects,
  session: Session,
  path: string,
  { name, sheets }: ReadingOptions,
): Promise<OpenedSource> {
  const source = await openSource(path, {
    engine: session,
    workDir: engine.workDir,
    name,
    sheets,
    signal,
    onProgress: (done, rows) => onProgress?.({ step: 'Recognising the file', done, rows }),
  });
  return { source, recognition: recognise(source) };
}

/** Opens a file for as long as `work` needs it. */
export async function withSource<T>(
  effects: ReadingEffects,
  session: Session,
  path: string,
  options: ReadingOptions,
  work: (opened: OpenedSource) => Promise<T>,
): Promise<T> {
  const opened = await openForReading(effects, session, path, options);
  try {
    return await work(opened);
  } finally {
    await opened.source.close();
  }
}
