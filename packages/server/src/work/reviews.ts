import { ClienteleError, type Upload } from '@clientele/contracts';
import type { Engine } from '@clientele/engines';
import { Turns } from '../store/turns.ts';
import type { Uploads } from '../store/uploads.ts';
import { Review } from './review.ts';

/** Uploads of which what was read is kept; of any more, the one not looked at for longest is read again when it is. */
const keptMost = 4;

interface Entry {
  review: Review;
  turns: Turns;
  /** How many work on it or wait to. */
  users: number;
}

/** The reviews of the uploads that were looked at last. */
export class Reviews {
  readonly #engine: Engine;
  readonly #uploads: Uploads;
  /** By upload id, longest not used first. */
  readonly #entries = new Map<string, Entry>();

  constructor(engine: Engine, uploads: Uploads) {
    this.#engine = engine;
    this.#uploads = uploads;
  }

  /**
   * Works on the review of an upload, one after the other where two ask for the same.
   * @throws ClienteleError `not-found` where the upload was imported in the meantime, `cancelled`
   */
  async take<T>({ id }: Upload, signal: AbortSignal, work: (review: Review) => Promise<T>): Promise<T> {
    const entry = this.#entries.get(id) ?? {
      review: new Review(this.#engine, this.#uploads.path(id)),
      turns: new Turns(),
      users: 0,
    };
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    entry.users++;
    try {
      return await entry.turns.take(async () => {
        if (signal.aborted) throw new ClienteleError('cancelled', 'The work was cancelled; nothing was changed.');
        await this.#uploads.find(id);
        return work(entry.review);
      });
    } finally {
      entry.users--;
      await this.#closeOldest();
    }
  }

  /** Lets go of what is kept of an upload that is gone; whoever waits for it is told so. */
  async forget(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    await entry?.review.close();
  }

  /** Lets go of everything; nobody works on any. */
  async close(): Promise<void> {
    for (const id of [...this.#entries.keys()]) await this.forget(id);
  }

  async #closeOldest(): Promise<void> {
    for (const [id, { users }] of this.#entries) {
      if (this.#entries.size <= keptMost) return;
      if (users === 0) await this.forget(id);
    }
  }
}
