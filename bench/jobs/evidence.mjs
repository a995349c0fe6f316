import { join } from 'node:path';
import { dataFolder, root } from '../lib/places.mjs';
import { runProcess, summary } from '../lib/run-process.mjs';
import { simulatedFile } from '../lib/simulated-file.mjs';

const evidenceJob = join(root, 'bench/lib/evidence-job.mjs');
/** Most runs of one size; each is a process of its own. */
const mostRuns = 3;
/** About so many order lines have a customer in the made-up shop. */
const linesPerCustomer = 18.74;

/** What a segmentation's evidence costs the first time and, once more, by part; what choosing k with evidence and 100 explanations cost; `altogether` these three. */
export async function evidence({ runs }) {
  const retail = dataFolder === null ? null : join(dataFolder, 'online_retail.csv.gz');
  const sizes = [
    { customers: 4_338, withinSeconds: 3, file: retail },
    { customers: 100_000, withinSeconds: 60, file: null },
  ];
  const measured = [];
  for (const { customers, withinSeconds, file } of sizes) {
    const path = file ?? (await simulatedFile(Math.round(customers * linesPerCustomer)));
    const seen = [];
    for (let run = 0; run < Math.min(runs, mostRuns); run++) {
      const { stdout } = await runProcess(process.execPath, [evidenceJob, path]);
      seen.push(JSON.parse(stdout));
    }
    measured.push({ of: file === null ? 'a simulated shop' : 'UCI Online Retail', withinSeconds, ...over(seen) });
  }
  return { threads: 2, measured };
}

/** The runs of one size as one: times and memory as minimum, median and maximum. */
function over(seen) {
  const [first] = seen;
  if (typeof first === 'object' && first !== null)
    return Object.fromEntries(
      Object.keys(first).map((key) => {
        const values = seen.map((each) => each[key]);
        return [key, /seconds$|peakMiB/i.test(key) ? summary(values) : over(values)];
      }),
    );
  return first;
}
