import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@clientele/kernels';
import { peersFolder, python, root } from '../lib/places.mjs';
import { runProcess, summary } from '../lib/run-process.mjs';

const kernelJob = join(root, 'bench/lib/kernel-job.mjs');

/** Each beside scikit-learn's, `atLeast` so many times faster where a number is asked for. */
const besidePeer = [
  { job: 'kmeans', rows: 1_000_000, columns: 3, clusters: 8, atLeast: 10 },
  { job: 'kmeans', rows: 1_000_000, columns: 8, clusters: 8, atLeast: 4 },
  { job: 'choose-k', rows: 20_000, columns: 3, clusters: 8, atLeast: 50, peerRuns: 1 },
  { job: 'silhouette', rows: 20_000, columns: 3, clusters: 8 },
  { job: 'ward', rows: 10_000, columns: 3, clusters: 8, atLeast: 5 },
  { job: 'dbscan', rows: 100_000, columns: 3, clusters: 8, atLeast: 3 },
];

/** Without a peer on this machine, or without one that could end. */
const alone = [
  { job: 'silhouette', rows: 50_000, columns: 3, clusters: 8 },
  { job: 'silhouette', rows: 1_000_000, columns: 3, clusters: 8 },
  { job: 'silhouette', rows: 1_000_000, columns: 8, clusters: 8 },
  { job: 'ward', rows: 50_000, columns: 3, clusters: 8 },
  { job: 'hdbscan', rows: 100_000, columns: 3, clusters: 8 },
  { job: 'umap', rows: 4_338, columns: 3, clusters: 8 },
  { job: 'umap', rows: 20_000, columns: 3, clusters: 8 },
];

const growth = [10_000, 100_000, 1_000_000, 10_000_000];

/** Each kernel in a process of its own, on the peer's data where the peer is there, sides in turn. */
export async function kernels({ runs }) {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-bench-'));
  try {
    const compared = [];
    for (const one of besidePeer) compared.push(await compare(folder, one, runs));
    const single = [];
    for (const one of alone) single.push(await measure(folder, one, runs));
    return { compared, alone: single, growth: await grow(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const peerArguments = ({ job, rows, columns, clusters }) => [
  join(peersFolder, 'clustering.py'),
  job,
  ...['--n', rows, '--d', columns, '--k', clusters].map(String),
];

/** Writes the points that the peer makes for the same sizes, or clouds of our own where there is no peer. */
async function pointsFor(folder, one) {
  const file = join(folder, 'points.f64');
  if (peersFolder === null) await writeClouds(file, one);
  else await runProcess(python, [...peerArguments({ ...one, job: 'kmeans' }), '--data-only', '--out', file]);
  return file;
}

async function ours(file, { job, rows, columns, clusters }) {
  const { stdout } = await runProcess(process.execPath, [
    kernelJob,
    job,
    file,
    ...[rows, columns, clusters].map(String),
  ]);
  return JSON.parse(stdout);
}

async function theirs(one) {
  const { stdout } = await runProcess(python, peerArguments(one));
  const { job: _job, n: _n, d: _d, k: _k, seconds, peakMiB, ...result } = JSON.parse(stdout);
  return { seconds, peakMiB, result };
}

async function compare(folder, one, runs) {
  const file = await pointsFor(folder, one);
  const seen = { clientele: [], peer: [] };
  for (let run = 0; run < runs; run++) {
    seen.clientele.push(await ours(file, one));
    if (peersFolder !== null && run < (one.peerRuns ?? runs)) seen.peer.push(await theirs(one));
  }
  const [clientele, peer] = [seen.clientele, seen.peer].map(describe);
  const times = (ours) => ours && peer.seconds.median / ours.median;
  const faster = peer && {
    peer,
    timesFaster: times(clientele.seconds),
    againTimesFaster: times(clientele.againSeconds),
  };
  return { ...one, clientele, ...faster };
}

async function measure(folder, one, runs) {
  const file = await pointsFor(folder, one);
  const seen = [];
  for (let run = 0; run < runs; run++) seen.push(await ours(file, one));
  return { ...one, ...describe(seen) };
}

/** Time and memory from ten thousand rows to ten million. */
async function grow(folder) {
  const table = [];
  for (const job of ['kmeans', 'silhouette']) {
    for (const rows of growth) {
      const one = { job, rows, columns: 3, clusters: 8 };
      const file = join(folder, 'growth.f64');
      await writeClouds(file, one);
      const { seconds, peakMiB, result } = await ours(file, one);
      table.push({
        job,
        rows,
        seconds,
        secondsPerMillionRows: (seconds * 1e6) / rows,
        peakMiB,
        ...(result.bound !== undefined && { bound: result.bound }),
      });
    }
  }
  return table;
}

function describe(list) {
  if (list.length === 0) return undefined;
  const again = list.flatMap(({ againSeconds }) => againSeconds ?? []);
  return {
    seconds: summary(list.map(({ seconds }) => seconds)),
    ...(again.length > 0 && { againSeconds: summary(again) }),
    peakMiB: summary(list.map(({ peakMiB }) => peakMiB)),
    ...list[0].result,
  };
}

async function writeClouds(file, { rows, columns, clusters }) {
  const random = createRandom(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const centers = Float64Array.from({ length: clusters * columns }, () => 1.5 * normal());
  const points = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const center = random.integer(clusters) * columns;
    for (let j = 0; j < columns; j++) points[i * columns + j] = centers[center + j] + 0.7 * normal();
  }
  await writeFile(file, points);
}
