import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClienteleError } from '@clientele/contracts';
import type { Progress } from '@clientele/pipeline';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { createHandlers } from './handlers/create-handlers.ts';
import { createApp } from './http/create-app.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { ownHosts } from './security/own-hosts.ts';
import { serveWeb } from './static/serve-web.ts';
import { listWebFiles } from './static/web-files.ts';
import { importFiles } from './work/import-files.ts';
import { importSample } from './work/import-sample.ts';
import { openWorkshop } from './work/open-workshop.ts';

/** Where the server keeps its data, what it serves and where it listens. */
export interface ServerOptions {
  dataDir: string;
  host?: string;
  /** 0: any free port. */
  port?: number;
  /** Folder of the built web app. */
  webDir: string;
  /** Files to import at start as they are recognised; one that is there already is not imported twice. */
  files?: readonly string[];
  /** Most bytes of an upload. */
  uploadLimitBytes?: number;
  /** Imports the sample shop into a new store; on unless set to false. */
  sample?: boolean;
  /** Told how far the import of `files` is. */
  onProgress?: (progress: Progress) => void;
}

/** A running server. */
export interface RunningServer {
  url: string;
  /** Stops the jobs, answers no more and closes the store. */
  close(): Promise<void>;
}

/**
 * Opens the store, listens, and imports the sample shop where the store is new. Resolves when all is there.
 * @throws ClienteleError `conflict` where the store or the port is taken; what importing a file of `files` throws
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, host = '127.0.0.1', port = 4400, webDir, files = [], sample = true, onProgress } = options;
  const { workshop, close: closeWorkshop } = await openWorkshop(dataDir, options.uploadLimitBytes);
  const jobs = new JobRunner();
  let hosts = ownHosts(host, port);
  let server: ServerType | undefined;
  const close = async () => {
    const closed = server && new Promise<void>((resolve) => server?.close(() => resolve()));
    await jobs.close();
    if (server && 'closeAllConnections' in server) server.closeAllConnections();
    await closed;
    await closeWorkshop();
  };
  try {
    const web = serveWeb(await listWebFiles(webDir));
    const app = createApp({ handlers: createHandlers(workshop, jobs), hosts: () => hosts, web });
    server = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions: { requestTimeout: 0 } });
    const address = await listen(server, host, port);
    hosts = ownHosts(host, address.port);
    if (sample) await importSample(workshop);
    await importFiles(workshop, files, { signal: new AbortController().signal, onProgress: onProgress ?? (() => {}) });
    return { url: `http://${shownHost(host)}:${address.port}`, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function listen(server: ServerType, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(cause, host, port)));
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function cannotListen(cause: NodeJS.ErrnoException, host: string, port: number): ClienteleError {
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} of ${host} is taken by another program; end it or choose another --port.`,
    EACCES: `Port ${port} of ${host} may not be opened by this user; choose a --port from 1024 up.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine; choose another --host.`,
  };
  return new ClienteleError(
    'conflict',
    why[cause.code ?? ''] ?? `The server cannot listen on ${host}:${port}: ${cause.message}.`,
    { host, port },
    cause,
  );
}

function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
