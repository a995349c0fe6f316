import { setImmediate } from 'node:timers/promises';

const itemsAtOnce = 5000;

/** Does something for each index from 0 to `length`, letting requests in between. */
export async function inSlices(length: number, work: (index: number) => void): Promise<void> {
  for (let at = 0; at < length; at += itemsAtOnce) {
    const to = Math.min(at + itemsAtOnce, length);
    for (let index = at; index < to; index++) work(index);
    await setImmediate();
  }
}
