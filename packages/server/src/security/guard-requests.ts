import { ClienteleError } from '@clientele/contracts';
import type { MiddlewareHandler } from 'hono';

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site could send through the user's browser: a Host that is not the server's own (a name
 * rebound to this machine), a foreign Origin, and any writing that the browser marks as coming from elsewhere.
 */
export function guardRequests(hosts: () => ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host')?.toLowerCase() ?? '';
    if (!hosts().has(host))
      throw refusal(
        `This server answers under ${[...hosts()][0]}, not under "${host}"; open it by its own address.`,
        host,
      );
    const origin = context.req.header('origin');
    if (origin !== undefined && !hosts().has(origin.toLowerCase().replace(/^http:\/\//, '')))
      throw refusal(`A request from "${origin}" is refused: only this server's own pages may call it.`, origin);
    const site = context.req.header('sec-fetch-site');
    if (!readingMethods.has(context.req.method) && (site === 'cross-site' || site === 'same-site'))
      throw refusal(
        'A change asked for by another site is refused: only this server’s own pages may ask for it.',
        site,
      );
    await next();
  };
}

function refusal(message: string, found: string): ClienteleError {
  return new ClienteleError('forbidden', message, { found: found.slice(0, 200) });
}
