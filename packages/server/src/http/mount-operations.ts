import { api, type Operation, type OperationName } from '@clientele/contracts';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Handlers } from './handlers.ts';
import { readJson } from './read-json.ts';
import { validate } from './validate.ts';

interface AnyRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  context: Context;
}
type AnyHandler = (request: AnyRequest) => unknown;

/** Mounts every operation of the contracts on the application, under its own paths. */
export function mountOperations(app: Hono, handlers: Handlers): void {
  const named: Record<OperationName, unknown> = handlers;
  for (const [name, operation] of Object.entries(api) as [OperationName, Operation][]) {
    const handler = named[name] as AnyHandler;
    app.on(operation.method.toUpperCase(), operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const answer = await handler(await parse(operation, context));
      if (answer instanceof Response) return answer;
      if (answer === undefined) return context.body(null, 204);
      context.header('cache-control', 'no-store');
      return context.json(answer, (operation.status ?? 200) as ContentfulStatusCode);
    });
  }
}

async function parse(operation: Operation, context: Context): Promise<AnyRequest> {
  return {
    params: validate(operation.params, context.req.param(), 'address'),
    query: validate(operation.query, context.req.query(), 'query'),
    body: operation.body && validate(operation.body, await readJson(context.req.raw), 'body'),
    context,
  };
}
