import type { Prediction, SegmentationDocument } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { scoredCsv, scoreSource } from '@clientele/pipeline';
import { type DataOptions, readDataOptions } from './options/data-options.ts';
import { createProgressLine } from './output/progress-line.ts';
import { writeWhole } from './write-whole.ts';

interface ScoreFileOptions extends DataOptions {
  out?: string;
  asOf?: string;
}

/** Customers scored by a model, and how many went to each segment. */
export interface ScoredFile {
  customers: number;
  segments: { segment: number; name: string; customers: number }[];
  predictions: ({ id: string } & Prediction)[];
}

/** Scores a file in an engine in memory; writes the list where `out` asks for it. */
export async function scoreFile(
  model: SegmentationDocument,
  file: string,
  { out, asOf, ...options }: ScoreFileOptions,
): Promise<ScoredFile> {
  const line = createProgressLine();
  const engine = await openDuckdb();
  try {
    const effects = { engine, onProgress: line.onProgress };
    const reading = { ...readDataOptions(options), ...(asOf !== undefined && { asOf }) };
    const { table, predictions } = await scoreSource(effects, engine, file, model, reading);
    if (out !== undefined) await writeWhole(out, scoredCsv(table, predictions));
    const sizes = new Map<number, number>();
    for (const { segment } of predictions) sizes.set(segment, (sizes.get(segment) ?? 0) + 1);
    return {
      customers: predictions.length,
      segments: model.segments.map(({ id, name }) => ({ segment: id, name, customers: sizes.get(id) ?? 0 })),
      predictions: predictions.map((prediction, row) => ({ id: table.ids[row] ?? '', ...prediction })),
    };
  } finally {
    line.clear();
    await engine.close();
  }
}
