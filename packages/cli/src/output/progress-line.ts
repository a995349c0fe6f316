import type { Progress } from '@clientele/pipeline';

/** Progress on stderr, on one line that is rewritten; silent where stderr is no terminal. */
export function createProgressLine(stream: NodeJS.WriteStream = process.stderr): {
  onProgress: (progress: Progress) => void;
  clear: () => void;
} {
  let shown = false;
  let lastAt = 0;
  return {
    onProgress(progress) {
      const now = performance.now();
      if (!stream.isTTY || now - lastAt < 80) return;
      lastAt = now;
      shown = true;
      const share = progress.done === null ? '' : ` ${Math.round(progress.done * 100)}%`;
      const rows =
        progress.rows === null || progress.rows === 0 ? '' : ` ${progress.rows.toLocaleString('en-GB')} rows`;
      stream.write(`\r\u001b[2K${progress.step}${share}${rows}`);
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
