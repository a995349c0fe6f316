const defaultMostBytes = 64 * 1024 ** 2;

interface Kept {
  value: unknown;
  bytes: number;
}

/** What was computed lately, by a key that says all it depends on: as much as fits into so many bytes, the longest unread goes first. */
export class ViewCache {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, Kept>();
  readonly #coming = new Map<string, Promise<unknown>>();
  #bytes = 0;

  constructor(mostBytes = defaultMostBytes) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * The value of each name, by its key. Those neither kept nor being computed for somebody else are computed by one call of
   * `make`, whose values must not be changed by anybody; a failure is everybody's who waits for it, and is not kept.
   */
  async read<Name extends string>(
    keys: ReadonlyMap<Name, string>,
    make: (missing: Name[]) => Promise<ReadonlyMap<Name, unknown>>,
  ): Promise<Map<Name, unknown>> {
    const missing = [...keys].filter(([, key]) => !this.#kept.has(key) && !this.#coming.has(key));
    if (missing.length > 0) {
      const made = make(missing.map(([name]) => name));
      for (const [name, key] of missing)
        this.#await(
          key,
          made.then((values) => values.get(name)),
        );
    }
    // Taken before anything is waited for: what is kept now may be gone then.
    const values = [...keys].map(([name, key]) => [name, this.#take(key)] as const);
    return new Map(await Promise.all(values.map(async ([name, value]) => [name, await value] as const)));
  }

  /** Lets go of all whose key holds this id. */
  forget(id: string): void {
    const part = JSON.stringify(id);
    for (const key of [...this.#kept.keys()]) if (key.includes(part)) this.#drop(key);
  }

  #await(key: string, coming: Promise<unknown>): void {
    this.#coming.set(key, coming);
    const done = () => this.#coming.delete(key);
    coming.then((value) => {
      done();
      this.#keep(key, value);
    }, done);
  }

  #take(key: string): unknown {
    const kept = this.#kept.get(key);
    if (kept === undefined) return this.#coming.get(key);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.value;
  }

  #keep(key: string, value: unknown): void {
    // Two bytes a letter of its text: about what numbers and short texts take.
    const bytes = 2 * (key.length + (JSON.stringify(value)?.length ?? 0));
    this.#drop(key);
    if (bytes > this.#mostBytes) return;
    this.#kept.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }
}
