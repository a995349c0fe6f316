import { quoteIdentifier } from '@clientele/engines';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rulesAs } from './rules-as.ts';
import { expectStated, rulesOf } from './testing/executed-rules.ts';
import { csvColumns, csvText, documentWith, hostileNames, hostileTable } from './testing/made-segmentation.ts';

// The tests' resolve conditions reach into pg, whose own entry then finds no class in its pool; its client stands without.
const clientFile: string = 'pg/lib/client.js';

let database: PGlite;
let server: PGLiteSocketServer;
let client: Client;
beforeAll(async () => {
  database = await PGlite.create();
  server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0 });
  await server.start();
  const port = Number(server.getServerConn().split(':').at(-1));
  const { default: PgClient }: { default: typeof Client } = await import(clientFile);
  client = new PgClient({ host: '127.0.0.1', port, user: 'postgres', password: 'postgres', database: 'postgres' });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client?.end();
  await server?.stop();
  await database?.close();
});

it('matches in PostgreSQL the rows that the rules state, whatever columns and values are called', async () => {
  await client.query('create schema "my shop"');
  for (const seed of [21, 22, 23]) {
    const { table, labels } = hostileTable(seed, 400);
    const columns = csvColumns(table.features)
      .map(({ name, isNumber }) => `${quoteIdentifier(name)} ${isNumber ? 'double precision' : 'text'}`)
      .join(', ');
    await client.query(`drop table if exists "my shop".customers; create table "my shop".customers (${columns})`);
    const blob = new Blob([await csvText(table, labels, hostileNames)]);
    await database.query(`copy "my shop".customers from '/dev/blob' with (format csv, header)`, [], { blob });
    const rules = rulesOf(table, labels);
    expect(rules.filter((rule) => rule !== null).length).toBeGreaterThanOrEqual(3);
    const document = await documentWith(table, hostileNames, rules);
    const script = rulesAs(document, 'postgresql', { table: '"my shop".customers' });
    await expectStated({ table, labels, rules, script }, async (sql) => (await client.query(sql)).rows);
    const whole: unknown = await client.query(script);
    expect(Array.isArray(whole) && whole.length).toBe(rules.filter((rule) => rule !== null).length + 1);
  }
});
