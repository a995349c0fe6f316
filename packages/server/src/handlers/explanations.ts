import { setImmediate } from 'node:timers/promises';
import type { Explanation } from '@clientele/contracts';
import { createExplainer, type Explainer } from '@clientele/pipeline';
import type { HandlersOf } from '../http/handlers.ts';
import { findSegmentation, segmentationEdition } from '../store/segmentations.ts';
import type { Workshop } from '../work/workshop.ts';

const keptMost = 4;
/** Other requests are let in after so long. */
const sliceMs = 10;

/** Why customers are in their segment, and what would move them. The explainers asked last are kept, as reading a model takes longer than using it. */
export function explanationHandlers({ engine }: Workshop): HandlersOf<'explain'> {
  /** By segmentation, longest not used first. */
  const kept = new Map<string, { edition: string; explain: Explainer }>();

  async function explainerOf(id: string): Promise<Explainer> {
    const edition = await segmentationEdition(engine, id);
    const found = kept.get(id);
    const entry = found?.edition === edition ? found : { edition, explain: await make(id) };
    kept.delete(id);
    kept.set(id, entry);
    for (const old of [...kept.keys()].slice(0, -keptMost)) kept.delete(old);
    return entry.explain;
  }

  async function make(id: string): Promise<Explainer> {
    return createExplainer((await findSegmentation(engine, id)).segmentation.document);
  }

  return {
    async explain({ params, body }) {
      const explain = await explainerOf(params.segmentationId);
      const explanations: Explanation[] = [];
      let since = performance.now();
      for (const row of body.rows) {
        explanations.push(explain(row));
        if (performance.now() - since < sliceMs) continue;
        await setImmediate();
        since = performance.now();
      }
      return explanations;
    },
  };
}
