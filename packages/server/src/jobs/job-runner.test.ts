import { ClienteleError } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { JobRunner } from './job-runner.ts';

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));

describe('JobRunner', () => {
  it('runs work and keeps its result', async () => {
    const jobs = new JobRunner();
    const { id, state } = jobs.start('inspect', async () => ({ answer: 42 }));
    expect(['waiting', 'running']).toContain(state);
    expect(await jobs.finished(id)).toMatchObject({ state: 'done', progress: 1, result: { answer: 42 }, error: null });
  });

  it('tells each change to a watcher, the last one included', async () => {
    const jobs = new JobRunner();
    const { id } = jobs.start('import', async ({ onProgress }) => {
      await Promise.resolve();
      onProgress({ step: 'Reading lines', done: 0.5, rows: 10.4 });
    });
    const seen: string[] = [];
    jobs.watch(id, () => seen.push(`${jobs.get(id).step} ${jobs.get(id).rows}`));
    await jobs.finished(id);
    expect(seen).toEqual(['Reading lines 10', 'Done 10']);
  });

  it('runs two at once and the third after one of them', async () => {
    const jobs = new JobRunner();
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    const ids = [1, 2, 3].map(() => jobs.start('segment', work).id);
    expect(ids.map((id) => jobs.get(id).state)).toEqual(['running', 'running', 'waiting']);
    ends[0]?.();
    await jobs.finished(ids[0] ?? '');
    await new Promise((resolve) => setImmediate(resolve));
    expect(jobs.get(ids[2] ?? '').state).toBe('running');
    for (const end of ends) end();
    await jobs.close();
  });

  it('cancels running and waiting work', async () => {
    const jobs = new JobRunner();
    const ids = [1, 2, 3].map(() => jobs.start('segment', ({ signal }) => untilAborted(signal)).id);
    expect(jobs.cancel(ids[2] ?? '').state).toBe('cancelled');
    jobs.cancel(ids[0] ?? '');
    expect(await jobs.finished(ids[0] ?? '')).toMatchObject({ state: 'cancelled', error: { code: 'cancelled' } });
    await jobs.close();
    expect(jobs.get(ids[1] ?? '').state).toBe('cancelled');
  });

  it('keeps the sentence of a failure as a problem document', async () => {
    const jobs = new JobRunner();
    const { id } = jobs.start('import', async () => {
      throw new ClienteleError('no-rows', 'The file has a heading and no rows.');
    });
    expect(await jobs.finished(id)).toMatchObject({
      state: 'failed',
      error: { status: 422, code: 'no-rows', detail: 'The file has a heading and no rows.' },
    });
  });

  it('keeps at most 200 finished jobs, and never forgets a running one', async () => {
    const jobs = new JobRunner();
    const running = jobs.start('segment', ({ signal }) => untilAborted(signal)).id;
    const first = jobs.start('inspect', async () => 1).id;
    for (let i = 0; i < 210; i++) await jobs.finished(jobs.start('inspect', async () => i).id);
    expect(() => jobs.get(first)).toThrow('There is no such job');
    expect(jobs.get(running).state).toBe('running');
    await jobs.close();
  });
});
