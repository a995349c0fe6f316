import type { Format } from '../shared/format.ts';
import { textHead } from '../text/text-head.ts';

/** One JSON object a line, objects one after the other, or an array of objects. Its reader is loaded with the first. */
export const jsonLinesFormat: Format = {
  recognises(file) {
    const start = textHead(file).slice(0, 1000).trimStart();
    return /^(\{\s*["}]|\[\s*[{\]])/.test(start) || ['.json', '.jsonl', '.ndjson'].includes(file.extension);
  },
  async open(file, options) {
    const { openJsonLines } = await import('./open-json-lines.ts');
    return openJsonLines(file, options);
  },
};
