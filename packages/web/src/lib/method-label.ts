import type { Method } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** The name of a method in the reader's language. */
export const methodLabel = (method: Method, text: Text): string => text(`method.${method}.label`);
