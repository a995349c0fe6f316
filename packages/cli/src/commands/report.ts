import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { ClienteleError, type ParameterName, parameters } from '@clientele/contracts';
import type { Command } from 'commander';
import { type AttributeOptions, addAttributeOptions, readAttributeOptions } from '../options/attribute-options.ts';
import { addDataOptions, type DataOptions, readDataOptions } from '../options/data-options.ts';
import {
  addParameterOptions,
  addRecipeOptions,
  addSavedRecipeOption,
  type RecipeOptions,
  readRecipeOptions,
} from '../options/recipe-options.ts';
import { withSavedReading } from '../options/saved-reading.ts';
import { splitList } from '../options/split-list.ts';
import { print, printJson } from '../output/print.ts';
import { createProgressLine } from '../output/progress-line.ts';
import { writeWhole } from '../write-whole.ts';

interface ReportOptions extends DataOptions, AttributeOptions, RecipeOptions {
  out: string;
  title?: string;
  figures?: string;
  segmentPages: boolean;
  language?: string;
}

const allParameters = Object.keys(parameters) as ParameterName[];
const formats = new Map([
  ['.pdf', 'pdf'],
  ['.html', 'html'],
  ['.htm', 'html'],
] as const);

/** `clientele report FILE --out report.pdf`: the report on a file as PDF, or as one HTML file. */
export function addReport(program: Command): void {
  const command = program.command('report <file>').description('write the report on a file: PDF, or one HTML file');
  addSavedRecipeOption(
    addParameterOptions(addRecipeOptions(addAttributeOptions(addDataOptions(command))), allParameters),
  )
    .requiredOption('--out <file>', 'where to write it: report.pdf or report.html')
    .option('--title <text>', "in place of the dataset's name")
    .option('--figures <id,...>', 'the figures in it; left out: the usual ones')
    .option('--no-segment-pages', 'leave out the part for each segment')
    .option('--language <code>', 'language of the report: en or de', 'en-GB')
    .action(report);
}

async function report(file: string, options: ReportOptions): Promise<void> {
  const format = formats.get(extname(options.out).toLowerCase() as '.pdf');
  if (format === undefined)
    throw new ClienteleError(
      'usage',
      `--out: "${options.out}" ends in neither .pdf nor .html; name the file by what it is to be.`,
      { option: '--out', found: options.out },
    );
  if (!existsSync(file)) throw new ClienteleError('not-found', `There is no file ${file}; check its name.`, { file });
  const { saved, ...recipe } = await readRecipeOptions(options);
  const { reportOnFile } = await import('@clientele/server');
  const { onProgress, clear } = createProgressLine();
  const { title, figures, language, segmentPages: hasSegments, out } = options;
  const content = await reportOnFile({
    path: file,
    reading: readDataOptions(withSavedReading(options, saved)),
    attributes: readAttributeOptions(options, saved),
    recipe,
    format,
    hasSegments,
    language,
    ...(title !== undefined && { title }),
    ...(figures !== undefined && { figures: splitList(figures) }),
    onProgress,
  }).finally(clear);
  await writeWhole(out, [content]);
  const bytes = Buffer.byteLength(content);
  if (options.json) await printJson({ report: { file: out, format, bytes } });
  else await print(`The report is in ${out} (${Math.ceil(bytes / 1024)} kB).`);
}
