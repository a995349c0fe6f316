import { rfmPresets } from '@clientele/pipeline';
import type { HandlersOf } from '../http/handlers.ts';
import { rfmGridFor } from '../work/rfm-grid.ts';
import type { Workshop } from '../work/workshop.ts';

/** The RFM studio: grids to start from, and a scheme held against the customers. */
export function rfmHandlers(workshop: Workshop): HandlersOf<'rfmPresets' | 'rfmGrid'> {
  return {
    rfmPresets: () => rfmPresets(),
    rfmGrid: ({ params, body }) => rfmGridFor(workshop, params.datasetId, body),
  };
}
