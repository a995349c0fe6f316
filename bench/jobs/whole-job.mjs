import { join } from 'node:path';
import { command, dataFolder, peersFolder, python } from '../lib/places.mjs';
import { runProcess, summary } from '../lib/run-process.mjs';

/**
 * The whole job as whole processes, sides in turn: read 541,909 order lines, clean, RFM, k = 2..10 with 10 starts,
 * silhouette and Davies-Bouldin. The peer is pandas with scikit-learn.
 */
export async function wholeJob({ runs }) {
  if (dataFolder === null) return { skipped: 'no folder with online_retail.csv.gz; set CLIENTELE_DATA' };
  const file = join(dataFolder, 'online_retail.csv.gz');
  const ours = [
    'choose-k',
    file,
    '--transform',
    'log',
    '--scale',
    'standard',
    '--from-k',
    '2',
    '--to-k',
    '10',
    '--starts',
    '10',
    '--json',
  ];
  const sides = { clientele: () => runProcess(process.execPath, [command, ...ours]) };
  if (peersFolder !== null) sides.peer = () => runProcess(python, [join(peersFolder, 'retail_job.py'), file]);
  for (const side of Object.values(sides)) await side();
  const seen = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) for (const [name, side] of Object.entries(sides)) seen[name].push(await side());
  const figures = Object.fromEntries(
    Object.entries(seen).map(([name, list]) => [
      name,
      { seconds: summary(list.map((each) => each.seconds)), peakMiB: summary(list.map((each) => each.peakMiB ?? 0)) },
    ]),
  );
  const answer = JSON.parse(seen.clientele[0].stdout);
  const peer = seen.peer && JSON.parse(seen.peer[0].stdout);
  return {
    ...figures,
    ...(seen.peer && {
      timesFaster: summary(seen.peer.map((each, run) => each.seconds / seen.clientele[run].seconds)),
      inertia: answer.candidates.map((each, index) => ({
        k: each.k,
        clientele: each.inertia,
        peer: peer.chooseK[index]?.inertia,
      })),
    }),
  };
}
