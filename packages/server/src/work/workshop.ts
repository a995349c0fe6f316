import type { Engine } from '@clientele/engines';
import type { Pool } from '@clientele/kernels';
import type { Turns } from '../store/turns.ts';
import type { Uploads } from '../store/uploads.ts';

/** What the work of the server needs: one of each a server. */
export interface Workshop {
  engine: Engine;
  pool: Pool;
  uploads: Uploads;
  /** For whatever changes rows of the catalogue. */
  turns: Turns;
}
