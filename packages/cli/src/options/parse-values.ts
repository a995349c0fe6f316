import { ClienteleError } from '@clientele/contracts';
import { splitList } from './split-list.ts';

/** Reads `--set recency=12,frequency=5`: numbers where they read as numbers, text for categories. */
export function parseValues(texts: readonly string[]): Record<string, number | string> {
  const entries: [string, number | string][] = [];
  for (const part of texts.flatMap(splitList)) {
    const at = part.lastIndexOf('=');
    if (at <= 0)
      throw new ClienteleError('usage', `--set: "${part}" is not feature=value, as in recency=12.`, {
        option: '--set',
        found: part,
      });
    const [name, text] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    const number = Number(text);
    entries.push([name, text !== '' && Number.isFinite(number) ? number : text]);
  }
  return Object.fromEntries(entries);
}
