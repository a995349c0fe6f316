/** The progress of a plan, added up from what its tasks tell. */
export interface PlanProgress {
  /** Begins the next batch of so many tasks; the answer is to be told how far they are: number of the task, and 0 to 1. */
  next(tasks: number, share: number): (task: number, done: number) => void;
  /** All is done. */
  end(): void;
}

/** Weighs each task with its part of its batch's share; what `report` gets never goes back and ends at 1. */
export function planProgress(report: (done: number) => void): PlanProgress {
  let before = 0;
  let reported = 0;
  const tell = (done: number): void => {
    reported = Math.max(reported, Math.min(1, done));
    report(reported);
  };
  return {
    next(tasks, share) {
      const begin = before;
      const parts = new Float64Array(tasks);
      let sum = 0;
      before += share;
      return (task, done) => {
        const gained = Math.min(1, done) - parts[task];
        if (!(gained > 0)) return;
        parts[task] += gained;
        sum += gained;
        tell(begin + (share * sum) / tasks);
      };
    },
    end() {
      if (reported < 1) tell(1);
    },
  };
}
