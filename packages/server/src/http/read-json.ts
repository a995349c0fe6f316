import { ClienteleError } from '@clientele/contracts';

/** Most bytes of a JSON body. */
export const jsonLimitBytes = 1024 * 1024;

/**
 * The JSON body of a request.
 * @throws ClienteleError `usage` where it is no JSON, `too-large` above the limit.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json')
    throw new ClienteleError(
      'usage',
      `The body has the type "${type.slice(0, 100)}"; send JSON with Content-Type: application/json.`,
    );
  if (Number(request.headers.get('content-length') ?? 0) > jsonLimitBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > jsonLimitBytes) throw tooLarge();
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ClienteleError('usage', 'The body is not valid JSON; send one JSON document.', {}, cause);
  }
}

function tooLarge(): ClienteleError {
  return new ClienteleError('too-large', `The JSON body is larger than the ${jsonLimitBytes} bytes allowed.`, {
    limit: jsonLimitBytes,
  });
}
