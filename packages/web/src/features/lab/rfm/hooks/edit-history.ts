/** States before the present one, oldest first, and those taken back, the nearest last. */
export interface EditHistory<State> {
  past: readonly State[];
  future: readonly State[];
}

const mostSteps = 200;

export const noHistory: EditHistory<never> = { past: [], future: [] };

/** After an edit of `before`; what had been taken back is gone. */
export const recorded = <State>({ past }: EditHistory<State>, before: State): EditHistory<State> => ({
  past: [...past, before].slice(-mostSteps),
  future: [],
});

/** One step back from `now`, or null where there is none. */
export function undone<State>({ past, future }: EditHistory<State>, now: State) {
  const state = past.at(-1);
  return state === undefined ? null : { state, history: { past: past.slice(0, -1), future: [...future, now] } };
}

/** One step forward again from `now`, or null where nothing was taken back. */
export function redone<State>({ past, future }: EditHistory<State>, now: State) {
  const state = future.at(-1);
  return state === undefined ? null : { state, history: { past: [...past, now], future: future.slice(0, -1) } };
}
