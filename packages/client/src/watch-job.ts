import type {
  Dataset,
  Evidence,
  Inspection,
  Job,
  KChoice,
  Projection,
  ScoredFile,
  Segmentation,
} from '@clientele/contracts';
import { ClienteleError } from '@clientele/contracts';
import { errorFrom, unreachable } from './error-from.ts';

/** The result of a job by its kind. */
export interface JobResults {
  inspect: Inspection;
  import: Dataset;
  'choose-k': KChoice;
  segment: Segmentation;
  umap: Projection;
  score: ScoredFile;
  evidence: Evidence;
}

/** How a job is followed. */
export interface WatchOptions {
  /** Called with the job at each change. */
  onChange?: (job: Job) => void;
  /** Aborting it cancels the job; the watch then fails with `cancelled`. */
  signal?: AbortSignal;
}

interface Calls {
  events: (signal: AbortSignal) => Promise<Response>;
  cancel: () => Promise<void>;
}

const finalStates: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled']);
const retryMs = 500;
const tries = 5;

/** Follows a job over its event stream, anew where the stream breaks off, and answers its result. */
export async function watchJob<Kind extends Job['kind']>(
  { onChange, signal }: WatchOptions,
  calls: Calls,
): Promise<JobResults[Kind]> {
  const cancel = () => void calls.cancel().catch(() => undefined);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const last = await lastState(calls, onChange);
    if (last.state === 'done') return last.result as JobResults[Kind];
    if (last.error !== null) throw errorFrom(last.error.status, JSON.stringify(last.error));
    throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.');
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

async function lastState(calls: Calls, onChange: WatchOptions['onChange']): Promise<Job> {
  for (let failures = 0; ; ) {
    const stop = new AbortController();
    try {
      const response = await calls.events(stop.signal);
      for await (const event of jobEvents(response)) {
        failures = 0;
        onChange?.(event);
        if (finalStates.has(event.state)) return event;
      }
    } catch (cause) {
      if (cause instanceof ClienteleError && cause.code === 'not-found') throw cause;
      if (++failures >= tries) unreachable(cause);
    } finally {
      stop.abort();
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

async function* jobEvents(response: Response): AsyncGenerator<Job> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data:'));
      if (data !== undefined) yield JSON.parse(data.slice('data:'.length)) as Job;
    }
  }
}
