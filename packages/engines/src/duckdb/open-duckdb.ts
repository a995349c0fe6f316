import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClienteleError } from '@clientele/contracts';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Columns, Engine, Row, Session, Value, Watch } from '../engine.ts';
import { quoteIdentifier } from '../quote-identifier.ts';
import { DuckdbSession } from './duckdb-session.ts';

export interface DuckdbOptions {
  /** Path of the database file; absent: in memory. */
  path?: string;
  /** Folder for temporary files; absent: a new one under the system's, removed on close. */
  workDir?: string;
  threads?: number;
  /** For example 4GB. */
  memoryLimit?: string;
}

const progressIntervalMs = 120;

/** Opens the embedded engine. Throws `file-unreadable` where the file is held by another process or is no database. */
export async function openDuckdb(options: DuckdbOptions = {}): Promise<Engine> {
  const ownWorkDir = options.workDir === undefined;
  const workDir = options.workDir ?? (await mkdtemp(join(tmpdir(), 'clientele-')));
  const settings: Record<string, string> = {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: workDir,
  };
  if (options.threads !== undefined) settings.threads = String(options.threads);
  if (options.memoryLimit !== undefined) settings.memory_limit = options.memoryLimit;
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(options.path ?? ':memory:', settings);
  } catch (cause) {
    if (ownWorkDir) await rm(workDir, { recursive: true, force: true });
    const text = cause instanceof Error ? cause.message : String(cause);
    const held = /lock/i.test(text);
    throw new ClienteleError(
      held ? 'conflict' : 'file-unreadable',
      held
        ? `The store ${options.path} is open in another process; end that one or choose another --data-dir.`
        : `The store ${options.path} could not be opened as a database; move it away or choose another --data-dir.`,
      { path: options.path ?? ':memory:' },
      cause,
    );
  }
  return new DuckdbEngine(instance, workDir, ownWorkDir);
}

class DuckdbEngine implements Engine {
  readonly name = 'duckdb';
  readonly workDir: string;
  readonly #instance: DuckDBInstance;
  readonly #ownWorkDir: boolean;
  readonly #idle: DuckdbSession[] = [];
  readonly #all = new Set<DuckdbSession>();

  constructor(instance: DuckDBInstance, workDir: string, ownWorkDir: boolean) {
    this.#instance = instance;
    this.workDir = workDir;
    this.#ownWorkDir = ownWorkDir;
  }

  run(sql: string, values?: Value[]): Promise<number> {
    return this.#borrow((session) => session.run(sql, values));
  }

  rows(sql: string, values?: Value[]): Promise<Row[]> {
    return this.#borrow((session) => session.rows(sql, values));
  }

  columns(sql: string, values?: Value[]): Promise<Columns> {
    return this.#borrow((session) => session.columns(sql, values));
  }

  quoteIdentifier(name: string): string {
    return quoteIdentifier(name);
  }

  exportParquet(path: string, sql: string, values?: Value[]): Promise<number> {
    // COPY takes its path as a literal only.
    return this.run(`copy (${sql}) to '${path.replaceAll("'", "''")}' (format parquet)`, values);
  }

  async transaction<T>(work: (session: Session) => Promise<T>, watch: Watch = {}): Promise<T> {
    return this.#borrow(async (session) => {
      if (watch.signal?.aborted) throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.');
      const interrupt = () => session.connection.interrupt();
      watch.signal?.addEventListener('abort', interrupt, { once: true });
      const timer = watch.onProgress && setInterval(() => this.#report(session, watch), progressIntervalMs);
      try {
        await session.run('begin transaction');
        try {
          const result = await work(session);
          // An interrupt between two statements meets none to stop.
          if (watch.signal?.aborted) throw new Error('aborted');
          await session.run('commit');
          return result;
        } catch (cause) {
          await session.run('rollback').catch(() => undefined);
          throw watch.signal?.aborted
            ? new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.', {}, cause)
            : cause;
        }
      } finally {
        clearInterval(timer);
        watch.signal?.removeEventListener('abort', interrupt);
      }
    });
  }

  async close(): Promise<void> {
    for (const session of this.#all) session.connection.closeSync();
    this.#all.clear();
    this.#instance.closeSync();
    if (this.#ownWorkDir) await rm(this.workDir, { recursive: true, force: true });
  }

  #report(session: DuckdbSession, watch: Watch): void {
    const { percentage, rows_processed: rows } = session.connection.progress;
    if (percentage >= 0) watch.onProgress?.(percentage / 100, Number(rows));
  }

  async #borrow<T>(work: (session: DuckdbSession) => Promise<T>): Promise<T> {
    let session = this.#idle.pop();
    if (session === undefined) {
      session = new DuckdbSession(await this.#instance.connect());
      this.#all.add(session);
    }
    try {
      return await work(session);
    } finally {
      this.#idle.push(session);
    }
  }
}
