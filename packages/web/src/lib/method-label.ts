import type { Method } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** The name of a method in the reader's language. */
export const methodLabel = (method: Method, text: Text): string => text(`method.${method}.label`);

/** A segmentation's name and method; the method once, for names given by the software end with it. */
export function nameAndMethod({ name, method }: { name: string; method: Method }, text: Text): string {
  const label = methodLabel(method, text);
  return name.endsWith(label) ? name : `${name}, ${label}`;
}
