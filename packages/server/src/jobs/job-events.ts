import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { JobRunner } from './job-runner.ts';

const shortestGapMs = 50;
const longestGapMs = 100;

const finalStates: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled']);

/** The job as server-sent events named "job": its state at once, at each change, at least every 150 ms (a wait and a pause), and last its end. */
export function jobEvents(context: Context, jobs: JobRunner, id: string): Response {
  jobs.get(id);
  context.header('x-accel-buffering', 'no');
  return streamSSE(context, async (stream) => {
    let wake = () => {};
    const unwatch = jobs.watch(id, () => wake());
    stream.onAbort(() => wake());
    try {
      while (!stream.aborted) {
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        const job = jobs.get(id);
        await stream.writeSSE({ event: 'job', data: JSON.stringify(job) });
        if (finalStates.has(job.state)) return;
        await Promise.race([changed, stream.sleep(longestGapMs)]);
        await stream.sleep(shortestGapMs);
      }
    } finally {
      unwatch();
    }
  });
}
