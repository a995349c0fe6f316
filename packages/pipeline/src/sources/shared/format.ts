import type { Source, SourceOptions } from '../source.ts';
import type { InputFile } from './input-file.ts';

/** One kind of file. Adding one: a folder that exports a Format, and a place for it in the list of open-source.ts. */
export interface Format {
  /** Whether the file is of this kind: by its bytes first, by the extension of its name where these leave it open. */
  recognises(file: InputFile): boolean;
  /** Reads as much as is needed to answer for the file. */
  open(file: InputFile, options: SourceOptions): Promise<Source>;
}
