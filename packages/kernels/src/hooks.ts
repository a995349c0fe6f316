/** What a long call tells its caller and asks it. */
export interface Hooks {
  /** Called with the part of the work that is done, 0 to 1, never going back. */
  onProgress?: (done: number) => void;
  /** Asked often; once it answers true the call throws {@link Stopped}. */
  shouldStop?: () => boolean;
}

/** Thrown when `shouldStop` answered true, an abort signal fired, or the pool was closed. */
export class Stopped extends Error {
  override readonly name = 'Stopped';

  constructor(message = 'stopped before the end, as asked') {
    super(message);
  }
}

/** Throws {@link Stopped} where the caller wants to stop. */
export function stopIfAsked(hooks: Hooks): void {
  if (hooks.shouldStop?.()) throw new Stopped();
}
