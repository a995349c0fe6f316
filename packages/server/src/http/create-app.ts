import { apiBase, ClienteleError } from '@clientele/contracts';
import { type Handler, Hono } from 'hono';
import { guardRequests } from '../security/guard-requests.ts';
import { secureHeaders } from '../security/secure-headers.ts';
import { docsPage } from './docs-page.ts';
import type { Handlers } from './handlers.ts';
import { mountOperations } from './mount-operations.ts';
import { openapiDocument } from './openapi-document.ts';
import { problemResponse, toClienteleError } from './problem.ts';

/** The parts the application is put together from. */
export interface AppParts {
  handlers: Handlers;
  /** Values of Host it answers under; known once the port is. */
  hosts: () => ReadonlySet<string>;
  /** Serves the web app. */
  web: Handler;
}

/** The whole HTTP application: guards first, then the API, its documents, and the web app for everything else. */
export function createApp({ handlers, hosts, web }: AppParts): Hono {
  const app = new Hono();
  app.use(secureHeaders());
  app.use(guardRequests(hosts));
  app.onError((failure, context) => {
    const error = toClienteleError(failure, `answering ${context.req.method} ${context.req.path}`);
    return problemResponse(error);
  });

  const operations = new Hono();
  mountOperations(operations, handlers);
  const document = openapiDocument();
  const docs = docsPage(document);
  operations.get('/openapi.json', (context) => context.json(document));
  operations.get('/docs', (context) => context.html(docs));
  operations.all('*', (context) => {
    throw new ClienteleError(
      'not-found',
      `The API has no ${context.req.method} ${context.req.path}; its operations are listed at ${apiBase}/docs.`,
    );
  });
  app.route(apiBase, operations);
  app.all('/api/*', () => {
    throw new ClienteleError('not-found', `The API is under ${apiBase}; its operations are listed at ${apiBase}/docs.`);
  });
  app.get('*', web);
  app.notFound((context) =>
    problemResponse(new ClienteleError('not-found', `Nothing answers ${context.req.method} ${context.req.path}.`)),
  );
  return app;
}
