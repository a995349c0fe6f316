import { ClienteleError, httpStatus, isClienteleError, type ProblemDocument } from '@clientele/contracts';

const titles: Readonly<Record<number, string>> = {
  400: 'Wrong request',
  403: 'Refused',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  422: 'Cannot be processed',
  500: 'Internal failure',
};

/** Any failure as a ClienteleError; one that is not ours is written to stderr and told in a plain sentence. */
export function toClienteleError(failure: unknown, doing: string): ClienteleError {
  if (isClienteleError(failure)) {
    if (failure.code === 'internal') console.error(`clientele: ${doing}:`, failure);
    return failure;
  }
  console.error(`clientele: ${doing}:`, failure);
  return new ClienteleError(
    'internal',
    `Clientele failed while ${doing}; the cause is in the log of the server.`,
    {},
    failure,
  );
}

/** The error as an RFC 9457 document. */
export function problemDocument(error: ClienteleError): ProblemDocument {
  const status = httpStatus(error.code);
  return {
    type: `urn:clientele:error:${error.code}`,
    title: titles[status] ?? 'Failure',
    status,
    detail: error.message,
    code: error.code,
    ...(Object.keys(error.data).length > 0 && { data: error.data }),
  };
}

/** The error as an answer of type application/problem+json. */
export function problemResponse(error: ClienteleError): Response {
  const document = problemDocument(error);
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
