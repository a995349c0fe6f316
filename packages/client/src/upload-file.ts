import type { Upload } from '@clientele/contracts';
import { errorFrom, unreachable } from './error-from.ts';

/** How a file is sent. */
export interface UploadOptions {
  /** The file's name, to be shown. */
  name: string;
  /** Called with the share sent, 0 to 1; only a browser can tell. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
}

/** Sends a file's bytes: with progress in a browser, by fetch elsewhere. */
export async function uploadFile(address: string, file: Blob, options: UploadOptions): Promise<Upload> {
  const { status, text } = await (typeof XMLHttpRequest === 'undefined' ? byFetch : byRequest)(address, file, options);
  if (status !== 201) throw errorFrom(status, text);
  return JSON.parse(text) as Upload;
}

interface Answer {
  status: number;
  text: string;
}

const type = 'application/octet-stream';

async function byFetch(address: string, file: Blob, { signal }: UploadOptions): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': type },
    body: file,
    ...(signal && { signal }),
  }).catch(unreachable);
  return { status: response.status, text: await response.text() };
}

function byRequest(address: string, file: Blob, { onProgress, signal }: UploadOptions): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', type);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error('no answer'));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    if (signal?.aborted) request.abort();
    request.send(file);
  }).catch(unreachable);
}
