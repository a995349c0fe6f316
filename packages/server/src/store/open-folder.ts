import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClienteleError } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { openDuckdb } from '@clientele/engines/duckdb';
import { dropScratchTables } from './scratch-tables.ts';

/** Raised when a table changes its shape; a store of another version is refused, never guessed at. */
const schemaVersion = 1;

const tables = [
  'create sequence if not exists numbers',
  'create table if not exists store (schema_version integer not null, sample_offered boolean not null)',
  `create table if not exists uploads (id varchar not null, name varchar not null, bytes bigint not null,
     created_at varchar not null)`,
  `create table if not exists datasets (id varchar not null, number bigint not null, created_at varchar not null,
     document varchar not null)`,
  `create table if not exists segmentations (id varchar not null, number bigint not null, dataset_id varchar not null,
     created_at varchar not null, name varchar not null, draft boolean not null, members_table varchar not null,
     segment_names varchar not null, axes varchar not null, document varchar not null)`,
  // Since it came, stores of the same schema version get it when they are opened.
  'alter table segmentations add column if not exists segment_notes varchar',
  'alter table segmentations add column if not exists attributes varchar',
];

const openFolders = new Set<string>();

/** The data folder: the database file, the uploads, and a folder for files that no dead process needs any more. */
export interface Folder {
  engine: Engine;
  uploads: string;
  close(): Promise<void>;
}

/**
 * Opens the folder, makes what is missing and removes what a killed process left.
 * @throws ClienteleError `conflict` where another process, or another server of this one, has it open.
 */
export async function openFolder(dataDir: string, threads: number): Promise<Folder> {
  const uploads = join(dataDir, 'uploads');
  const workDir = join(dataDir, 'work');
  await mkdir(uploads, { recursive: true });
  const folder = await realpath(dataDir);
  if (openFolders.has(folder))
    throw new ClienteleError(
      'conflict',
      `The store ${dataDir} is already open; close it or choose another --data-dir.`,
    );
  openFolders.add(folder);
  try {
    await mkdir(workDir, { recursive: true });
    const engine = await openDuckdb({ path: join(dataDir, 'clientele.duckdb'), workDir, threads });
    try {
      await prepareSchema(engine, dataDir);
      await dropScratchTables(engine);
      for (const name of await readdir(workDir)) await rm(join(workDir, name), { recursive: true, force: true });
    } catch (cause) {
      await engine.close();
      throw cause;
    }
    const close = async () => {
      await engine.close();
      openFolders.delete(folder);
    };
    return { engine, uploads, close };
  } catch (cause) {
    openFolders.delete(folder);
    throw cause;
  }
}

async function prepareSchema(engine: Engine, dataDir: string): Promise<void> {
  await engine.transaction(async (session) => {
    for (const sql of tables) await session.run(sql);
    const [found] = await session.rows('select schema_version from store');
    if (found === undefined) await session.run('insert into store values ($1, false)', [schemaVersion]);
    else if (found.schema_version !== schemaVersion)
      throw new ClienteleError(
        'conflict',
        `The store ${dataDir} has schema version ${found.schema_version}, this version of Clientele reads ${schemaVersion}; choose another --data-dir.`,
      );
  });
}
