import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ClienteleError, type Comparison, methodTable } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { type ComparedFile, compareSegmentations, readComparedSide, readModel } from '@clientele/pipeline';
import type { Command } from 'commander';
import { count, fixed, share } from '../output/numbers.ts';
import { print, printJson } from '../output/print.ts';
import { createProgressLine } from '../output/progress-line.ts';
import { textTable } from '../output/text-table.ts';
import { readTextFile } from '../read-text-file.ts';

/** Names of columns that are wider together are told below the table. */
const widestHeads = 90;

/** `clientele compare FIRST SECOND`: who is where in two segmentations. */
export function addCompare(program: Command): void {
  program
    .command('compare <first> <second>')
    .description('say how far two segmentations agree: folders of segment --out, or files with customer and segment')
    .option('--json', 'print one JSON document')
    .action(compare);
}

async function compare(first: string, second: string, options: { json?: boolean }): Promise<void> {
  const files = [await comparedFile(first), await comparedFile(second)] as const;
  const { onProgress, clear } = createProgressLine();
  const engine = await openDuckdb();
  let comparison: Comparison;
  try {
    comparison = await compareSegmentations(
      engine,
      await readComparedSide({ engine, onProgress }, engine, files[0], 'first_members'),
      await readComparedSide({ engine, onProgress }, engine, files[1], 'second_members'),
    );
  } finally {
    clear();
    await engine.close();
  }
  refuseNothingInCommon(comparison);
  if (options.json) return printJson(comparison);
  await print(comparisonText(comparison));
}

/** A folder stands for the files that `segment --out` writes into it. */
async function comparedFile(path: string): Promise<ComparedFile> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return { path, name: path };
  const model = join(path, 'segmentation.json');
  const document = readModel(await readTextFile(model, `the segmentation in ${path}`), basename(model));
  return { path: join(path, 'customers.csv'), name: path, document };
}

function refuseNothingInCommon({ first, second, customers, onlyFirst, onlySecond }: Comparison): void {
  if (customers > 0) return;
  throw new ClienteleError(
    'nothing-kept',
    `None of the ${count(onlyFirst)} customers of ${first.name} is among the ${count(onlySecond)} of ${second.name}; compare two segmentations of the same customers.`,
    { onlyFirst, onlySecond },
  );
}

function comparisonText(comparison: Comparison): string {
  const { first, second, customers, onlyFirst, onlySecond, adjustedRandIndex: ari, matched } = comparison;
  const alone = [
    ...(onlyFirst > 0 ? [`${count(onlyFirst)} only in the first`] : []),
    ...(onlySecond > 0 ? [`${count(onlySecond)} only in the second`] : []),
  ];
  const ami = comparison.adjustedMutualInformation;
  return [
    `First: ${sideText(first)}\nSecond: ${sideText(second)}`,
    `${count(customers)} customers in both${alone.length > 0 ? `; left out: ${alone.join(', ')}` : ''}`,
    '',
    contingencyText(comparison),
    '',
    `Adjusted Rand index ${measure(ari)}, adjusted mutual information ${measure(ami)} (1: the same parts, 0: what chance gives)`,
    `Matched: ${share(matched)} of the customers are in segments that match one to one`,
    ...comparison.matches.map(
      (match) =>
        `  ${first.segments[match.first]} = ${second.segments[match.second]}: ${count(match.customers)} customers, Jaccard ${share(match.jaccard)}`,
    ),
  ].join('\n');
}

/** One that is written as zero has no sign. */
function measure(value: number | null): string {
  return fixed(value, 4).replace(/^-(?=[0.]+$)/, '');
}

function sideText({ name, method, segments }: Comparison['first']): string {
  return `${name} (${method === null ? '' : `${methodTable[method].label}, `}${count(segments.length)} segments)`;
}

/** The table with its sums; no segment only where somebody is in none. */
function contingencyText({ first, second, customers, table }: Comparison): string {
  const rows = shownNames(
    first.segments,
    table.map((row) => sum(row)),
  );
  const columns = shownNames(
    second.segments,
    second.segments.concat('').map((_, j) => sum(table.map((row) => row[j] ?? 0))),
  );
  const isWide = columns.map(({ name }) => name).join('  ').length > widestHeads;
  const body = rows.map(({ name, at, total }) => [
    name,
    ...columns.map((column) => count(table[at]?.[column.at] ?? 0)),
    count(total),
  ]);
  const text = textTable(
    [
      { label: 'First \\ second' },
      ...columns.map(({ name }, j) => ({ label: isWide ? `${j + 1}` : name, align: 'right' as const })),
      { label: 'All', align: 'right' },
    ],
    [...body, ['All', ...columns.map(({ total }) => count(total)), count(customers)]],
  );
  return isWide ? `${text}\n\n${columns.map(({ name }, j) => `${j + 1}: ${name}`).join('\n')}` : text;
}

function shownNames(
  names: readonly string[],
  totals: readonly number[],
): { name: string; at: number; total: number }[] {
  return totals
    .map((total, at) => ({ name: names[at] ?? 'No segment', at, total }))
    .filter(({ at, total }) => at < names.length || total > 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
