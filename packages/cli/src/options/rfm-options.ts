import {
  ClienteleError,
  type RfmPresetId,
  type RfmScheme,
  rfmPresetIds,
  rfmSchemeSchema,
  rfmScoreRange,
  rfmTies,
} from '@clientele/contracts';
import { defaultScheme, rfmPresets } from '@clientele/pipeline';
import { type Command, Option } from 'commander';
import { readTextFile } from '../read-text-file.ts';
import { parseScheme } from './parse-scheme.ts';

/** The options that make a scheme of RFM scores. */
export interface RfmOptions {
  grid?: string;
  scores?: string;
  ties?: string;
  weights?: string;
}

/** Adds them to a command. */
export function addRfmOptions(command: Command): Command {
  const { min, max } = rfmScoreRange;
  return command
    .option('--grid <name|file>', `RFM groups: ${rfmPresetIds.join(', ')}, or a file of clientele rfm-grid --write`)
    .option('--scores <n>', `RFM scores of each feature, ${min} to ${max} (5)`)
    .addOption(new Option('--ties <how>', 'RFM scores hold as many customers, or as many values').choices(rfmTies))
    .option('--weights <frequency=2,monetary=1>', 'of frequency and monetary in their joined RFM score (both 1)');
}

/** Whether any of them was given. */
export function hasRfmOptions({ grid, scores, ties, weights }: RfmOptions): boolean {
  return [grid, scores, ties, weights].some((option) => option !== undefined);
}

/**
 * The scheme that the options say, over the one of a saved recipe where there is one; undefined where nothing is said, which
 * means the default one. Other scores than the grid's are for the eleven groups only, which are carried over.
 * @throws ClienteleError `usage`, `not-found`, `file-unreadable`, `format-broken`
 */
export async function readRfmOptions(options: RfmOptions, saved?: unknown): Promise<RfmScheme | undefined> {
  const { grid, scores, ties, weights } = options;
  if (!hasRfmOptions(options)) return undefined;
  const start = grid === undefined ? savedScheme(saved) : await readGrid(grid);
  const base = scores === undefined ? start : withScores(start, readScores(scores), grid);
  const isFixed = base.cuts !== 'quantile';
  if (ties !== undefined && isFixed)
    throw new ClienteleError('usage', `--ties: the grid has fixed cut points, which know no ties; leave --ties out.`, {
      option: '--ties',
    });
  return rfmSchemeSchema.parse({
    ...base,
    ...(ties !== undefined && { ties }),
    ...(weights !== undefined && { weights: readWeights(weights) }),
  });
}

/** The scheme of a preset's name or of a file. */
async function readGrid(grid: string): Promise<RfmScheme> {
  const preset = rfmPresets().find(({ id }) => id === (grid as RfmPresetId));
  if (preset !== undefined) return preset.scheme;
  if (!/[./\\]/.test(grid))
    throw new ClienteleError(
      'usage',
      `--grid: there is no grid "${grid}"; expected ${rfmPresetIds.join(', ')}, or the name of a JSON file.`,
      { option: '--grid', found: grid },
    );
  return parseScheme(await readTextFile(grid, '--grid'), grid);
}

function savedScheme(saved: unknown): RfmScheme {
  return saved === undefined ? defaultScheme() : parseScheme(JSON.stringify(saved), 'the rfm of the recipe');
}

function withScores(scheme: RfmScheme, scores: number, grid: string | undefined): RfmScheme {
  if (scores === scheme.scores) return scheme;
  const own = defaultScheme(scheme.scores);
  if (JSON.stringify(scheme.groups) === JSON.stringify(own.groups) && scheme.cuts === 'quantile') {
    return { ...scheme, scores, groups: defaultScheme(scores).groups };
  }
  throw new ClienteleError(
    'usage',
    `--scores: the groups of ${grid ?? 'the recipe'} are over ${scheme.scores} scores and not ${scores}; leave --scores out, or write the grid with clientele rfm-grid --write and edit it.`,
    { option: '--scores', found: String(scores) },
  );
}

function readScores(text: string): number {
  const scores = Number(text);
  const { min, max } = rfmScoreRange;
  if (text.trim() !== '' && Number.isInteger(scores) && scores >= min && scores <= max) return scores;
  throw new ClienteleError('usage', `--scores: "${text}" is not a whole number from ${min} to ${max}.`, {
    option: '--scores',
    found: text,
  });
}

function readWeights(text: string): RfmScheme['weights'] {
  const weights = { frequency: 1, monetary: 1 };
  for (const part of text.split(',')) {
    const [, name, value = ''] = /^\s*(frequency|monetary)\s*=\s*(\S+)\s*$/.exec(part) ?? [];
    const weight = Number(value);
    if (name === undefined || !(weight >= 0 && weight <= 100))
      throw new ClienteleError(
        'usage',
        `--weights: found "${part.trim()}", expected frequency= or monetary= and a number from 0 to 100, as in frequency=2,monetary=1.`,
        { option: '--weights', found: text },
      );
    weights[name as keyof typeof weights] = weight;
  }
  if (weights.frequency + weights.monetary > 0) return weights;
  throw new ClienteleError('usage', '--weights: both are 0; one of them must be above 0.', { option: '--weights' });
}
