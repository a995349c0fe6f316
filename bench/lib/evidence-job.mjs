// node evidence-job.mjs FILE: the evidence of one segmentation (recency, frequency, monetary; log; k-means, k chosen) over a pool of two, in a process of its
// own, as its first user has it. Then the same once more part by part, k chosen with evidence, and 100 explanations. Not in the times: reading the
// file, the segmentation, and starting the pool. Prints one JSON object; CPU seconds are of all threads.
import { recipeInputSchema } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { createPool } from '@clientele/kernels';
import {
  computeFeatures,
  createExplainer,
  findRules,
  gatherEvidence,
  importSource,
  kChoiceFor,
  makeRecipe,
  prepare,
  recipeData,
  runRecipe,
} from '@clientele/pipeline';

// What gatherEvidence is made of; the package does not offer the parts.
const inside = (path) => import(new URL(`../../packages/pipeline/dist/${path}.js`, import.meta.url).href);
const [{ judgeStructure }, { measureStability }, { measureConfidences }] = await Promise.all(
  ['evidence/judge-structure', 'stability/measure-stability', 'evidence/measure-confidences'].map(inside),
);

const explained = 100;

async function timed(work) {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, times: { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 } };
}

async function featuresOf(file) {
  const engine = await openDuckdb();
  try {
    const { table, source } = await importSource({ engine }, engine, file, 'data', { isFinal: true });
    const features = await computeFeatures(engine, table, { ids: ['recency', 'frequency', 'monetary'], filters: {} });
    const data = recipeData(table, source.name, features.features);
    return { features, recipe: makeRecipe(recipeInputSchema.parse({ transform: 'log' }), data) };
  } finally {
    await engine.close();
  }
}

const { features: table, recipe } = await featuresOf(process.argv[2]);
const pool = createPool({ threads: 2 });
const effects = { pool };
const { document, labels } = await runRecipe({ table, recipe }, effects);
const whole = await timed(() => gatherEvidence({ table, document, labels }, effects));

const prepared = prepare(table, document.recipe);
const own = Int32Array.from(prepared.kept, (row) => labels[row]);
const k = document.segments.length;
const { model } = document;
const parts = {
  structure: () => judgeStructure({ prepared, document, labels: own }, effects),
  stability: () => measureStability({ table, prepared, recipe: document.recipe, labels: own, k, model }, effects),
  rules: () => findRules({ table, labels, k, currency: recipe.data.mapping.currency }),
  confidences: () => measureConfidences({ table, document, labels }),
};
const split = {};
for (const [name, part] of Object.entries(parts)) split[name] = (await timed(part)).times;

const choice = await timed(() => kChoiceFor({ table, recipe }, effects, { evidence: true }));
const rows = Array.from({ length: explained }, (_, i) => Math.floor((i * table.ids.length) / explained));
const explanations = await timed(() => {
  const explain = createExplainer(document);
  return rows.map((row) => explain(Object.fromEntries(recipe.features.map((id) => [id, table.numbers[id][row]]))));
});
await pool.close();

const altogether = [whole, choice, explanations].reduce((sum, { times }) => sum + times.seconds, 0);
console.log(
  JSON.stringify({
    customers: table.ids.length,
    k,
    verdict: whole.value.structure.verdict,
    groups: whole.value.structure.groups,
    altogether: { seconds: altogether },
    evidence: whole.times,
    againByPart: split,
    chooseK: { recommended: choice.value.recommended.k, ...choice.times },
    explanations: { asked: explained, ...explanations.times },
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
