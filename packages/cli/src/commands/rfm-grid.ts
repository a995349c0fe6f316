import { ClienteleError, type Problem, type RfmScheme } from '@clientele/contracts';
import { computeFeatures, defaultScheme, lintScheme, rfmGridOf, rfmPresets } from '@clientele/pipeline';
import type { Command } from 'commander';
import { withData } from '../open-data.ts';
import { addDataOptions, type DataOptions } from '../options/data-options.ts';
import { addFilterOptions, type RecipeOptions, readRecipeOptions } from '../options/recipe-options.ts';
import { addRfmOptions, type RfmOptions, readRfmOptions } from '../options/rfm-options.ts';
import { count } from '../output/numbers.ts';
import { note, print, printJson } from '../output/print.ts';
import { rfmCutsText, rfmLegendText, rfmMapText } from '../output/rfm-grid-text.ts';
import { textTable } from '../output/text-table.ts';
import { writeWhole } from '../write-whole.ts';

type Filters = Pick<RecipeOptions, 'country' | 'from' | 'to' | 'asOf'>;

interface RfmGridOptions extends DataOptions, Filters, RfmOptions {
  list?: boolean;
  write?: string;
}

/** `clientele rfm-grid [FILE]`: a grid of RFM groups as a map, with sizes where a file is given, and what is wrong with it. */
export function addRfmGrid(program: Command): void {
  const command = program
    .command('rfm-grid [file]')
    .description('show and check a grid of RFM groups, on the customers of a file or by itself');
  addRfmOptions(addFilterOptions(addDataOptions(command)))
    .option('--list', 'name the grids that come with Clientele')
    .option('--write <file>', 'write the grid as JSON, to be edited and given to --grid')
    .action(rfmGrid);
}

async function rfmGrid(file: string | undefined, options: RfmGridOptions): Promise<void> {
  if (options.list) return listPresets(options.json === true);
  const scheme = (await readRfmOptions(options)) ?? defaultScheme();
  if (options.write !== undefined) await writeScheme(options.write, scheme);
  if (file === undefined) await showAlone(scheme, options.json === true);
  else await showWith(file, scheme, options);
  if (options.write !== undefined) note(`Written to ${options.write}; give it to --grid.`);
}

async function writeScheme(path: string, scheme: RfmScheme): Promise<void> {
  if (!path.toLowerCase().endsWith('.json'))
    throw new ClienteleError('usage', `--write: "${path}" does not end in .json; name the file so.`, {
      option: '--write',
      found: path,
    });
  // Ranges on one line each: they are what is edited.
  const text = JSON.stringify(scheme, null, 2).replace(/\[\s+(-?[\d.]+(?:,\s+-?[\d.]+)*)\s+\]/g, (_, inner: string) => {
    return `[${inner.replace(/\s+/g, ' ')}]`;
  });
  await writeWhole(path, [`${text}\n`]);
}

async function showAlone(scheme: RfmScheme, isJson: boolean): Promise<void> {
  const problems = lintScheme(scheme);
  if (isJson) return printJson({ scheme, problems });
  await print(`${rfmMapText(scheme)}\n\n${rfmLegendText(scheme, null)}`);
  await printProblems(problems);
}

async function showWith(file: string, scheme: RfmScheme, options: RfmGridOptions): Promise<void> {
  const { country, from, to, asOf } = options;
  const { filters, asOf: moment } = await readRecipeOptions({
    ...(country && { country }),
    ...(from && { from }),
    ...(to && { to }),
    ...(asOf && { asOf }),
  });
  await withData(
    file,
    options,
    { isFinal: true, spare: country ? [] : ['country'] },
    async ({ engine, table, problems }) => {
      const ids = ['recency', 'frequency', 'monetary'];
      const features = await computeFeatures(engine, table, { ids, method: 'rfm', filters, asOf: moment ?? undefined });
      const grid = rfmGridOf(features, scheme);
      if (options.json) return printJson({ ...grid, problems: [...problems, ...grid.problems] });
      await print(
        `${count(grid.customers)} customers${features.asOf === null ? '' : `, as of ${features.asOf.replace('T', ' ')}`}`,
      );
      await print(`${rfmCutsText(grid)}\n\n${rfmMapText(scheme)}\n\n${rfmLegendText(scheme, grid)}`);
      await printProblems([...problems, ...grid.problems]);
    },
  );
}

async function printProblems(problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return print('\nNothing is wrong with this grid.');
  await print('');
  for (const { severity, message } of problems) await print(`${severity}: ${message}`);
}

async function listPresets(isJson: boolean): Promise<void> {
  const presets = rfmPresets();
  if (isJson) return printJson(presets);
  const rows = presets.map(({ id, scheme, problems }) => [
    id,
    scheme.axes,
    String(scheme.scores),
    String(scheme.groups.length),
    String(problems.length),
  ]);
  const heads = ['Grid', 'Axes', 'Scores', 'Groups', 'Findings'];
  const columns = heads.map((label, i) => ({ label, align: i < 2 ? ('left' as const) : ('right' as const) }));
  await print(textTable(columns, rows));
  for (const { id, source } of presets) await print(`\n${id}: ${source}`);
}
