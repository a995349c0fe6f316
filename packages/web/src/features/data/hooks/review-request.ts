import type { InspectRequest } from '@clientele/contracts';

const key = (uploadId: string) => `clientele-review-${uploadId}`;

/** How the file was asked to be read when it was last shown in this tab; nothing where that is not known. The server checks what is sent. */
export function storedRequest(uploadId: string): InspectRequest {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key(uploadId)) ?? '{}');
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}

/** Remembers it for a reload or a step back. A browser that stores nothing only forgets it. */
export function storeRequest(uploadId: string, request: InspectRequest): void {
  try {
    sessionStorage.setItem(key(uploadId), JSON.stringify(request));
  } catch {}
}
