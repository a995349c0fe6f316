import type { Evidence, SegmentationDocument } from '@clientele/contracts';
import type { RunEffects } from '../clustering/kernel-calls.ts';
import { findRules } from '../explanation/rules/find-rules.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { prepare } from '../preparation/prepare.ts';
import { throwIfCancelled } from '../sources/shared/file-errors.ts';
import { measureStability } from '../stability/measure-stability.ts';
import { judgeStructure } from './judge-structure.ts';
import { measureConfidences } from './measure-confidences.ts';
import { stabilitySentence } from './stability-sentence.ts';

/** A segmentation and the customers it was made of. */
export interface EvidenceInput {
  table: FeatureTable;
  document: SegmentationDocument;
  /** For each row of the table its segment, -1 for none. */
  labels: Int32Array;
}

/**
 * What speaks for a segmentation and what against it: structure, stability, rules and confidences. The same input gives the same
 * evidence to the byte, with or without a pool of workers. Throws `cancelled`.
 */
export async function gatherEvidence(
  { table, document, labels }: EvidenceInput,
  effects: RunEffects = {},
): Promise<Evidence> {
  const { recipe, segments } = document;
  const prepared = prepare(table, recipe);
  const own = Int32Array.from(prepared.kept, (row) => labels[row] ?? -1);
  const k = segments.length;
  const structure = await judgeStructure({ prepared, document, labels: own }, effects);
  const stability = await measureStability({ table, prepared, recipe, labels: own, k, model: document.model }, effects);
  effects.onProgress?.({ step: 'Finding rules', done: null, rows: table.ids.length });
  throwIfCancelled(effects.signal);
  const rules = findRules({ table, labels, k, currency: recipe.data.mapping.currency });
  const confidences = measureConfidences({ table, document, labels });
  return {
    structure,
    stability,
    segments: segments.map(({ id }) => ({
      segment: id,
      sentence: stabilitySentence(stability.segments[id]),
      rule: rules[id] ?? null,
      ...(confidences[id] ?? { confidence: 0, unsure: 0 }),
    })),
  };
}
