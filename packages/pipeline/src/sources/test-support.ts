import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '@clientele/contracts';
import type { Cell, Engine } from '@clientele/engines';
import { openSource } from './open-source.ts';
import type { Source, SourceOptions } from './source.ts';

export interface Opened {
  source: Source;
  /** All that the relation gives. */
  rows: Cell[][];
  rejected: Problem[];
}

/** A folder of generated files and an engine in memory, for tests. */
export class Workshop {
  readonly folder: string;
  readonly engine: Engine;
  readonly #sources: Source[] = [];

  private constructor(folder: string, engine: Engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /** The engine is closed with the workshop. */
  static async create(engine: Engine): Promise<Workshop> {
    return new Workshop(await mkdtemp(join(tmpdir(), 'clientele-sources-')), engine);
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, content);
    return path;
  }

  async openPath(path: string, options: Partial<SourceOptions> = {}): Promise<Source> {
    const source = await openSource(path, { engine: this.engine, workDir: this.engine.workDir, ...options });
    this.#sources.push(source);
    return source;
  }

  async open(name: string, content: string | Uint8Array, options?: Partial<SourceOptions>): Promise<Opened> {
    const source = await this.openPath(await this.write(name, content), options);
    return { source, rows: await this.rows(source), rejected: await source.rejected(this.engine) };
  }

  async rows(source: Source, indexes?: number[]): Promise<Cell[][]> {
    const { sql, values } = source.relation(indexes);
    const names = (indexes ?? source.columns.map((_, index) => index)).map((index) => `c${index}`);
    const rows = await this.engine.rows(`select * from ${sql}`, values);
    return rows.map((row) => names.map((name) => row[name] ?? null));
  }

  /** The failure of opening, which must come. */
  async failure(name: string, content: string | Uint8Array, options?: Partial<SourceOptions>): Promise<unknown> {
    const path = await this.write(name, content);
    return this.openPath(path, options).then(
      () => null,
      (cause: unknown) => cause,
    );
  }

  /** Temporary files left in the engine's folder. */
  async leftFiles(): Promise<string[]> {
    return (await readdir(this.engine.workDir)).filter((name) => name.startsWith('source-'));
  }

  async close(): Promise<void> {
    for (const source of this.#sources) await source.close();
    await this.engine.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Folder of the real data, null where it is not there. */
export function realData(): string | null {
  const folder = process.env.CLIENTELE_DATA ?? join(process.cwd(), '..', 'shared', 'data');
  return existsSync(join(folder, 'online_retail.csv.gz')) ? folder : null;
}
