// npm run bench [-- --runs 7] [-- --lines 1000000] [-- --only whole-job|kernels|screens|import-under-load|evidence] [-- --keep]
// Prints what was measured; --keep writes it to bench/results with machine and commit.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evidence } from './jobs/evidence.mjs';
import { importUnderLoad } from './jobs/import-under-load.mjs';
import { kernels } from './jobs/kernels.mjs';
import { screens } from './jobs/screens.mjs';
import { wholeJob } from './jobs/whole-job.mjs';
import { machine } from './lib/machine.mjs';
import { root } from './lib/places.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    lines: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const rounded = (value) =>
  typeof value === 'number'
    ? Number(value.toPrecision(7))
    : Array.isArray(value)
      ? value.map(rounded)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]))
        : value;

const jobs = {
  'whole-job': () => wholeJob({ runs: Number(values.runs) }),
  kernels: () => kernels({ runs: Number(values.runs) }),
  screens: () => screens({ lines: Number(values.lines) }),
  'import-under-load': () => importUnderLoad({ lines: Number(values.lines) }),
  evidence: () => evidence({ runs: Number(values.runs) }),
};
const where = machine();
for (const [name, job] of Object.entries(jobs)) {
  if (values.only !== undefined && values.only !== name) continue;
  const figures = rounded(await job());
  console.log(JSON.stringify({ job: name, ...figures }, null, 2));
  if (values.keep) {
    const path = join(root, 'bench/results', `${name}.json`);
    writeFileSync(path, `${JSON.stringify({ job: name, machine: where, ...figures }, null, 2)}\n`);
  }
}
