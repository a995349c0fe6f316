export interface Newest<Input> {
  /** Asks about this input; while an answer is on its way only the last input asked about waits for its turn. */
  ask(input: Input): void;
  /** Gives up what is on its way and asks no more. */
  close(): void;
}

export interface NewestHandlers<Input, Answer> {
  send(input: Input, signal: AbortSignal): Promise<Answer>;
  onAnswer(answer: Answer, input: Input): void;
  onError(error: unknown): void;
}

/**
 * Asks one thing at a time and next always the newest: answers follow a slider as fast as they come, none is overtaken by an older one,
 * and none is asked for that nobody would see.
 */
export function newestOf<Input, Answer>({ send, onAnswer, onError }: NewestHandlers<Input, Answer>): Newest<Input> {
  const closing = new AbortController();
  let waiting: { input: Input } | null = null;
  let isBusy = false;

  async function work(): Promise<void> {
    isBusy = true;
    while (waiting !== null && !closing.signal.aborted) {
      const { input } = waiting;
      waiting = null;
      try {
        const answer = await send(input, closing.signal);
        if (!closing.signal.aborted) onAnswer(answer, input);
      } catch (error) {
        // A newer input asks again by itself.
        if (!closing.signal.aborted && waiting === null) onError(error);
      }
    }
    isBusy = false;
  }

  return {
    ask(input) {
      waiting = { input };
      if (!isBusy) void work();
    },
    close: () => closing.abort(),
  };
}
