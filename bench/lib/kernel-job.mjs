// node kernel-job.mjs JOB FILE ROWS COLUMNS CLUSTERS: one call of one kernel in a process of its own, as its first user has it: what
// is compiled on the way is in the time; reading the points and starting the pool are not. `againSeconds` is the same call once more. Prints one JSON object.
import { readFileSync } from 'node:fs';
import { createPool, createRandom, silhouette, trustworthiness } from '@clientele/kernels';

/** A call that took this long, in seconds, is not made again. */
const MOST_TO_REPEAT = 3;

const [job, file, ...sizes] = process.argv.slice(2);
const [rows, columns, clusters] = sizes.map(Number);
const bytes = readFileSync(file);
const points = new Float64Array(bytes.buffer, bytes.byteOffset, rows * columns);
const shape = { rows, columns };

/** Labels that cost nothing to find: the nearest of some rows. */
function someLabels() {
  const random = createRandom(1);
  const centers = Array.from({ length: clusters }, () => random.integer(rows) * columns);
  return Int32Array.from({ length: rows }, (_, i) => {
    let [nearest, least] = [0, Infinity];
    centers.forEach((center, c) => {
      let square = 0;
      for (let j = 0; j < columns; j++) square += (points[i * columns + j] - points[center + j]) ** 2;
      if (square < least) [nearest, least] = [c, square];
    });
    return nearest;
  });
}

const jobs = {
  async kmeans(pool) {
    const { inertia, iterations, converged } = await pool.kmeans(points, { ...shape, clusters, starts: 10 });
    return { inertia, iterations, converged };
  },
  async 'choose-k'(pool) {
    const { candidates, exact } = await pool.chooseClusters(points, { ...shape, from: 2, to: 12, starts: 10 });
    return {
      exact,
      table: candidates.map((each) => ({ k: each.clusters, inertia: each.inertia, silhouette: each.silhouette })),
    };
  },
  async silhouette(pool, labels) {
    const { mean, bound, exact } = await pool.silhouette(points, { ...shape, labels });
    return { silhouette: mean, bound, exact };
  },
  async ward(pool) {
    const { sizes } = await pool.hierarchical(points, { ...shape, linkage: 'ward', clusters });
    return { sizes: [...sizes].sort((a, b) => b - a) };
  },
  async dbscan(pool) {
    const { clusters: found, noise } = await pool.dbscan(points, { ...shape, eps: 0.2, minSamples: 10 });
    return { clusters: found, noise };
  },
  async hdbscan(pool) {
    const { clusters: found, noise } = await pool.hdbscan(points, { ...shape, minClusterSize: 50 });
    return { clusters: found, noise };
  },
  async umap(pool) {
    const { embedding } = await pool.umap(points, { ...shape, seed: 1 });
    return { embedding };
  },
};

/** Has every worker do something. */
async function ready(pool) {
  const three = Float64Array.of(0, 1, 5);
  const call = () => pool.kmeans(three, { rows: 3, columns: 1, clusters: 2, starts: pool.capabilities.threads });
  await Promise.all([call(), call()]);
}

const labels = job === 'silhouette' ? someLabels() : null;
const began = performance.now();
const pool = createPool();
await ready(pool);
const started = performance.now();
const result = await jobs[job](pool, labels);
const seconds = (performance.now() - started) / 1000;
const againStarted = performance.now();
if (seconds < MOST_TO_REPEAT) await jobs[job](pool, labels);
const againSeconds = seconds < MOST_TO_REPEAT ? (performance.now() - againStarted) / 1000 : null;
await pool.close();
const peakMiB = process.resourceUsage().maxRSS / 1024;

if (result.embedding !== undefined) {
  const options = { ...shape, dimensions: 2, neighbours: 10 };
  result.trustworthiness = trustworthiness(points, result.embedding, options).mean;
  delete result.embedding;
}
if (job === 'silhouette' && !result.exact && rows <= 50_000) {
  result.trueError = Math.abs(silhouette(points, { ...shape, labels, maxExactRows: rows }).mean - result.silhouette);
}
const startSeconds = (started - began) / 1000;
console.log(JSON.stringify({ startSeconds, seconds, againSeconds, peakMiB, result }));
