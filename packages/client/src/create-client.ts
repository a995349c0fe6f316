import { apiBase, type Job, type OperationName, operations, type Route } from '@clientele/contracts';
import { errorFrom, unreachable } from './error-from.ts';
import type { AnswerOf, RequestOf } from './operation-types.ts';
import { type UploadOptions, uploadFile } from './upload-file.ts';
import { type JobResults, type WatchOptions, watchJob } from './watch-job.ts';

/** Where the server is, and how it is asked. */
export interface ClientOptions {
  /** Address of the server, as http://localhost:4400; empty: the page's own. */
  base?: string;
  fetch?: typeof fetch;
}

type Optional<Value> = Record<string, never> extends Value ? [request?: Value] : [request: Value];

/** The API as typed calls. Every failure is a ClienteleError with the sentence of the server. */
export interface Client {
  /** Calls an operation by its name. */
  call<Name extends OperationName>(name: Name, ...request: Optional<RequestOf<Name>>): Promise<AnswerOf<Name>>;
  /** A file that an operation answers, and the name that the server gives it (null: none). */
  file<Name extends OperationName>(
    name: Name,
    ...request: Optional<RequestOf<Name>>
  ): Promise<{ name: string | null; content: Blob }>;
  /** The address of an operation that is read: for links and downloads. */
  address<Name extends OperationName>(name: Name, ...request: Optional<Omit<RequestOf<Name>, 'body'>>): string;
  /** Sends a file. */
  upload(file: Blob, options: UploadOptions): Promise<AnswerOf<'upload'>>;
  /** Follows a job to its end and resolves with its result, as `watchJob<'import'>(job)`; aborting the signal cancels it. */
  watchJob<Kind extends Job['kind']>(job: Pick<Job, 'id'>, options?: WatchOptions): Promise<JobResults[Kind]>;
}

interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  signal?: AbortSignal;
}

/** Makes a client of the server at `base`. */
export function createClient({
  base = '',
  fetch: ask = (...request) => fetch(...request),
}: ClientOptions = {}): Client {
  const addressOf = (name: OperationName, { params, query }: Parts = {}) =>
    `${base}${apiBase}${path(operations[name], params)}${search(query)}`;

  const send = async (name: OperationName, parts: Parts = {}): Promise<Response> => {
    const { method } = operations[name];
    const response = await ask(addressOf(name, parts), {
      method: method.toUpperCase(),
      ...(parts.body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parts.body),
      }),
      ...(parts.signal && { signal: parts.signal }),
    }).catch(unreachable);
    if (!response.ok) throw await errorFrom(response.status, await response.text());
    return response;
  };

  return {
    async call<Name extends OperationName>(name: Name, ...[parts]: Optional<RequestOf<Name>>): Promise<AnswerOf<Name>> {
      const response = await send(name, parts);
      return (response.status === 204 ? undefined : await response.json()) as AnswerOf<Name>;
    },
    async file(name, ...[parts]) {
      const response = await send(name, parts);
      const disposition = response.headers.get('content-disposition') ?? '';
      return { name: /filename="([^"]+)"/.exec(disposition)?.[1] ?? null, content: await response.blob() };
    },
    address: (name, ...[parts]) => addressOf(name, parts),
    upload: (file, options) => uploadFile(addressOf('upload', { query: { name: options.name } }), file, options),
    watchJob: (job, options = {}) =>
      watchJob(options, {
        events: (signal) => send('jobEvents', { params: { jobId: job.id }, signal }),
        cancel: async () => void (await send('cancelJob', { params: { jobId: job.id } })),
      }),
  };
}

function path(operation: Pick<Route, 'path'>, params: unknown): string {
  const values = new Map(Object.entries((params ?? {}) as Record<string, string>));
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
}

/** Lists are JSON text, so that any name of a country fits. */
function search(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]): [string, string] => [name, Array.isArray(value) ? JSON.stringify(value) : String(value)]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
