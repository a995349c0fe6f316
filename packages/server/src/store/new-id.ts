import { randomBytes } from 'node:crypto';

/** A random id of 16 characters that fits an address. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}
