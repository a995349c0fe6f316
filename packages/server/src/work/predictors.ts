import type { Engine } from '@clientele/engines';
import { createPredictor, type Predictor } from '@clientele/pipeline';
import { findSegmentation, segmentationEdition } from '../store/segmentations.ts';

const keptMost = 8;

interface Entry {
  edition: string;
  predict: Predictor;
}

/** The predictors of the segmentations asked last: a slider asks many times a second, and reading a model takes longer than using it. */
export class Predictors {
  readonly #engine: Engine;
  /** By segmentation, longest not used first. */
  readonly #entries = new Map<string, Entry>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The predictor of a segmentation, with its names as they are now. @throws ClienteleError `not-found` */
  async of(id: string): Promise<Predictor> {
    const edition = await segmentationEdition(this.#engine, id);
    const kept = this.#entries.get(id);
    const entry = kept?.edition === edition ? kept : { edition, predict: await this.#make(id) };
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    for (const old of [...this.#entries.keys()].slice(0, -keptMost)) this.#entries.delete(old);
    return entry.predict;
  }

  async #make(id: string): Promise<Predictor> {
    const { segmentation, axes } = await findSegmentation(this.#engine, id);
    const { loadings, origin } = axes;
    return createPredictor(segmentation.document, origin && { loadings, origin });
  }
}
