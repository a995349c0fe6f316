import type { Engine } from '@clientele/engines';
import type { Runner } from '../runs/runner.ts';
import type { Turns } from '../store/turns.ts';
import type { Uploads } from '../store/uploads.ts';
import type { Predictors } from './predictors.ts';
import type { Reviews } from './reviews.ts';
import type { ViewCache } from './view-cache.ts';

/** What the work of the server needs: one of each a server. */
export interface Workshop {
  engine: Engine;
  runner: Runner;
  uploads: Uploads;
  reviews: Reviews;
  /** For whatever changes rows of the catalogue. */
  turns: Turns;
  predictors: Predictors;
  /** Views computed lately. */
  views: ViewCache;
}
