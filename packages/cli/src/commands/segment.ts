import { type ParameterName, type Problem, parameters, type SegmentationDocument } from '@clientele/contracts';
import { type ImportedSource, keptTotals } from '@clientele/pipeline';
import type { Command } from 'commander';
import { describeDataset } from '../describe-dataset.ts';
import { withData } from '../open-data.ts';
import { type AttributeOptions, addAttributeOptions, readAttributeOptions } from '../options/attribute-options.ts';
import { addDataOptions, type DataOptions } from '../options/data-options.ts';
import {
  addParameterOptions,
  addRecipeOptions,
  addSavedRecipeOption,
  type RecipeOptions,
  readRecipeOptions,
} from '../options/recipe-options.ts';
import { withSavedReading } from '../options/saved-reading.ts';
import { joinNotes } from '../output/join-notes.ts';
import { ledgerText } from '../output/ledger-text.ts';
import { note, print, printJson } from '../output/print.ts';
import { segmentationText } from '../output/segmentation-text.ts';
import { segmentData } from '../segment-data.ts';
import { resultFiles, writeResults } from '../write-results.ts';

interface SegmentOptions extends DataOptions, AttributeOptions, RecipeOptions {
  out?: string;
  evidence: boolean;
}

const allParameters = Object.keys(parameters) as ParameterName[];

/** `clientele segment FILE`: named segments, their evidence, and files to take away. */
export function addSegment(program: Command): void {
  const command = program.command('segment <file>').description('divide the customers of a file into named segments');
  addSavedRecipeOption(
    addParameterOptions(addRecipeOptions(addAttributeOptions(addDataOptions(command))), allParameters),
  )
    .option('--no-evidence', 'leave out structure, stability and rules, which take longer than the segments')
    .option('--out <dir>', 'write customers.csv, segmentation.json, recipe.json, receipt.json and the rules here')
    .action(segment);
}

async function segment(file: string, options: SegmentOptions): Promise<void> {
  const { saved, ...input } = await readRecipeOptions(options);
  const attributes = readAttributeOptions(options, saved);
  await withData(file, withSavedReading(options, saved), { isFinal: false, attributes }, async (opened) => {
    const { engine, join } = opened;
    const { data, features, document, labels } = await segmentData(opened, input, options);
    const { table } = data;
    if (options.out !== undefined)
      await writeResults(options.out, { document, table: features, labels }, { file, attributes: attributes?.path });
    if (options.json) {
      const scope = { filters: input.filters, asOf: input.asOf ?? undefined };
      const extent = await keptTotals(engine, table, { filters: {} });
      const selection = await keptTotals(engine, table, scope);
      const dataset = { ...describeDataset(data, extent), ...(join !== null && { join }) };
      await printJson({ dataset, selection, ...describeRun(data, document) });
      return;
    }
    await print(`${ledgerText(data.ledger, table.kind === 'orders')}\n\n${segmentationText(document)}`);
    for (const text of joinNotes(join)) note(text);
    for (const problem of [...data.problems, ...warningsOf(document)]) note(`${problem.severity}: ${problem.message}`);
    if (options.out !== undefined) note(`Written to ${options.out}: ${resultFiles(document).join(', ')}.`);
  });
}

function describeRun(data: ImportedSource, document: SegmentationDocument) {
  const { quality, segments, model, evidence } = document;
  return {
    recipe: document.recipe,
    segmentation: {
      method: document.method,
      k: model.k,
      customers: document.customers,
      unassigned: document.unassigned,
      ...quality,
      choice: document.choice,
      segments,
      evidence,
    },
    problems: [...data.problems, ...warningsOf(document)],
    receipt: document.receipt,
  };
}

/** What is to be known of a segmentation, that of its evidence too. */
function warningsOf({ warnings, evidence }: SegmentationDocument): Problem[] {
  return [...warnings, ...(evidence?.structure.warnings ?? [])];
}
