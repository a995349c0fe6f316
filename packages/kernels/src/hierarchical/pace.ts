import { type Hooks, stopIfAsked } from '../hooks.ts';

/** About 10 ms of work. */
const UNITS_BETWEEN_LOOKS = 1e7;

/** Looks at the hooks once in a while: counts work in units of about a nanosecond. */
export class Pace {
  private readonly hooks: Hooks;
  private units = UNITS_BETWEEN_LOOKS;
  private reported = 0;

  constructor(hooks: Hooks) {
    this.hooks = hooks;
  }

  /** After `units` of work; `done` is the part of all work, 0 to 1. Throws `Stopped` where the caller wants to stop. */
  step(units: number, done: number): void {
    this.units += units;
    if (this.units < UNITS_BETWEEN_LOOKS) return;
    this.units = 0;
    stopIfAsked(this.hooks);
    if (done <= this.reported) return;
    this.reported = Math.min(1, done);
    this.hooks.onProgress?.(this.reported);
  }
}
