import type { Engine } from '@clientele/engines';
import type { Pool } from '@clientele/kernels';

/** How far a piece of work is. */
export interface Progress {
  /** For the user: "Reading lines", "Silhouette". */
  step: string;
  /** 0 to 1; null where it cannot be known. */
  done: number | null;
  rows: number | null;
}

/** What the pipeline needs from outside to run a plan. */
export interface Effects {
  engine: Engine;
  /** Worker threads for the kernels; absent: they run on the calling thread. */
  pool?: Pool;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}
