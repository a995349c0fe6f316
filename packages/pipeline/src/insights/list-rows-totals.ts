const mostKept = 200;

/** How many rows there are under conditions asked for lately: it does not change while the rows of a table do not. */
export class RowTotals {
  readonly #totals = new Map<string, Promise<number>>();

  /** The total of this key, counted where it is not known. A count that fails is not kept. */
  get(key: string, count: () => Promise<number>): Promise<number> {
    const known = this.#totals.get(key);
    this.#totals.delete(key);
    const total = known ?? count();
    this.#totals.set(key, total);
    if (known === undefined) total.catch(() => this.#totals.delete(key));
    for (const oldest of this.#totals.keys()) {
      if (this.#totals.size <= mostKept) break;
      this.#totals.delete(oldest);
    }
    return total;
  }
}
