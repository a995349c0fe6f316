import { basename } from 'node:path';
import { ClienteleError, type Explanation, type SegmentationDocument } from '@clientele/contracts';
import { openDuckdb } from '@clientele/engines/duckdb';
import { createExplainer, explainedCsv, explainSource, readModel } from '@clientele/pipeline';
import type { Command } from 'commander';
import { addDataOptions, type DataOptions, readDataOptions } from '../options/data-options.ts';
import { parseValues } from '../options/parse-values.ts';
import { share } from '../output/numbers.ts';
import { print, printJson } from '../output/print.ts';
import { createProgressLine } from '../output/progress-line.ts';
import { textTable } from '../output/text-table.ts';
import { readTextFile } from '../read-text-file.ts';
import { writeWhole } from '../write-whole.ts';

interface ExplainOptions extends DataOptions {
  model: string;
  set?: string[];
  input?: string;
  customer?: string;
  out?: string;
  asOf?: string;
}

interface Explained {
  id: string;
  explanation: Explanation;
}

const gather = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];

/** `clientele explain`: why customers are in their segment, and what would move them. */
export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description(
      'say why customers are in their segment, what would move them, and where they end if nothing is bought',
    )
    .requiredOption('--model <file>', 'segmentation.json, as segment --out writes it')
    .option('--set <feature=value,...>', 'one customer, as in recency=12,frequency=5,monetary=480', gather)
    .option('--input <file>', 'customers with a column for each feature, or their order lines')
    .option('--customer <id>', 'only this customer of --input')
    .option('--out <file>', 'write the explained customers of --input as CSV')
    .option('--as-of <date>', 'recency of order lines counts from here (last order plus a day)');
  addDataOptions(command).action(explain);
}

async function explain(options: ExplainOptions): Promise<void> {
  if ((options.set === undefined) === (options.input === undefined))
    throw new ClienteleError('usage', 'explain needs either --set feature=value,... or --input FILE, and not both.');
  if (options.input === undefined && (options.customer !== undefined || options.out !== undefined))
    throw new ClienteleError('usage', 'explain takes --customer and --out only with --input FILE.');
  const model = readModel(await readTextFile(options.model, '--model'), basename(options.model));
  if (options.input === undefined) {
    const explanation = createExplainer(model)(parseValues(options.set ?? []));
    return options.json ? printJson(explanation) : print(explanationText(explanation));
  }
  const explained = await explainFile(model, options.input, options);
  if (options.out !== undefined) await writeWhole(options.out, explainedCsv(explained));
  const [only] = explained;
  if (options.customer !== undefined && only !== undefined)
    return options.json ? printJson(only.explanation) : print(explanationText(only.explanation));
  if (options.json) return printJson(explained.map(({ id, explanation }) => ({ id, ...explanation })));
  await print(summary(explained, options.out));
}

async function explainFile(
  model: SegmentationDocument,
  file: string,
  { customer, asOf, ...options }: ExplainOptions,
): Promise<Explained[]> {
  const line = createProgressLine();
  const engine = await openDuckdb();
  try {
    const effects = { engine, onProgress: line.onProgress };
    const reading = { ...readDataOptions(options), ...(asOf !== undefined && { asOf }) };
    const { table, explain } = await explainSource(effects, engine, file, model, reading);
    const rows = [...table.ids.keys()].filter((row) => customer === undefined || table.ids[row] === customer);
    if (rows.length === 0) {
      throw new ClienteleError(
        'not-found',
        `${basename(file)} has no customer ${customer}; give an id that is in it.`,
        {
          customer: customer ?? '',
        },
      );
    }
    return rows.map((row) => {
      if (row % 100 === 0) line.onProgress({ step: 'Explaining customers', done: row / table.ids.length, rows: row });
      return { id: table.ids[row] ?? '', explanation: explain(row) };
    });
  } finally {
    line.clear();
    await engine.close();
  }
}

function explanationText({ sentence, reasons, change, drift, name }: Explanation): string {
  const moved = change?.steps.map(({ label, from, to }) => `${label} ${from ?? 'not known'} to ${to}`).join(', ');
  return [
    sentence,
    '',
    textTable(
      [
        { label: 'Feature' },
        { label: 'Value', align: 'right' },
        { label: `Speaks for ${name ?? 'none'}`, align: 'right' },
      ],
      reasons.map(({ label, value, weight }) => [label, value === null ? '–' : String(value), share(weight)]),
    ),
    '',
    change === null ? 'No realistic change was found that would move them.' : `${change.sentence} (${moved})`,
    ...(drift === null
      ? []
      : [`If nothing is bought: ${drift.name} in ${drift.days} ${drift.days === 1 ? 'day' : 'days'}.`]),
  ].join('\n');
}

function summary(explained: readonly Explained[], out: string | undefined): string {
  const movable = explained.filter(({ explanation }) => explanation.change !== null).length;
  const drifting = explained.filter(({ explanation }) => explanation.drift !== null).length;
  const told = `${explained.length} customers explained: a change was found for ${movable}, ${drifting} drift to another segment if nothing is bought.`;
  return `${told}${out === undefined ? ' Add --customer ID for one, --out FILE for the list, or --json.' : ` Written to ${out}.`}`;
}
