import { type RfmBox, type RfmCuts, type RfmScheme, rfmAxes, rfmScoreRange, rfmTies } from '@clientele/contracts';
import { most } from './scheme-edits.ts';

/** Where a scheme that was written down is wrong: its part, and the group where it is one. */
export interface SchemeFault {
  part: 'file' | 'scores' | 'axes' | 'cuts' | 'ties' | 'weights' | 'groups' | 'name' | 'twice' | 'boxes';
  group?: string;
}

type Found = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isScore = (value: unknown, scores: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= scores;

/** A scheme as it was written down, or in a recipe under `rfm`; what is left out has its default. */
export function readScheme(text: unknown): RfmScheme | SchemeFault {
  const found = isRecord(text) && isRecord(text.rfm) ? text.rfm : text;
  if (!isRecord(found)) return { part: 'file' };
  const { scores = 5, cuts = 'quantile', weights = { frequency: 1, monetary: 1 }, groups } = found;
  const axes = rfmAxes.find((each) => each === (found.axes ?? 'r-fm'));
  const ties = rfmTies.find((each) => each === (found.ties ?? 'customers'));
  if (!Array.isArray(groups) || groups.length === 0 || groups.length > most.groups) return { part: 'groups' };
  if (!isNumber(scores) || !isScore(scores, rfmScoreRange.max) || scores < rfmScoreRange.min) return { part: 'scores' };
  if (axes === undefined) return { part: 'axes' };
  if (ties === undefined) return { part: 'ties' };
  if (!isRecord(weights) || !isWeight(weights.frequency) || !isWeight(weights.monetary)) return { part: 'weights' };
  const { frequency, monetary } = weights;
  if (frequency + monetary <= 0) return { part: 'weights' };
  const settled = cuts === 'quantile' ? cuts : readCuts(cuts, scores);
  if (settled === null) return { part: 'cuts' };
  const read: RfmScheme['groups'] = [];
  for (const group of groups as unknown[]) {
    const name = isRecord(group) && typeof group.name === 'string' ? group.name.trim() : '';
    if (!isRecord(group) || name === '' || name.length > most.name) return { part: 'name' };
    if (read.some((each) => each.name === name)) return { part: 'twice', group: name };
    const boxes = Array.isArray(group.boxes) ? group.boxes.map((box) => readBox(box, scores, axes)) : [null];
    if (boxes.some((box) => box === null)) return { part: 'boxes', group: name };
    read.push({ name, boxes: boxes.filter((box) => box !== null) });
  }
  return { scores, axes, ties, cuts: settled, weights: { frequency, monetary }, groups: read };
}

export const isScheme = (read: RfmScheme | SchemeFault): read is RfmScheme => 'groups' in read;

const isWeight = (value: unknown): value is number => isNumber(value) && value >= 0 && value <= 100;

function readCuts(found: unknown, scores: number): RfmCuts | null {
  if (!isRecord(found)) return null;
  const list = (cuts: unknown): number[] | null => {
    if (!Array.isArray(cuts) || cuts.length !== scores - 1 || !cuts.every(isNumber)) return null;
    return cuts.every((cut, at) => at === 0 || cut >= (cuts[at - 1] ?? cut)) ? cuts : null;
  };
  const [recency, frequency, monetary] = [list(found.recency), list(found.frequency), list(found.monetary)];
  return recency === null || frequency === null || monetary === null ? null : { recency, frequency, monetary };
}

function readBox(found: unknown, scores: number, axes: RfmScheme['axes']): RfmBox | null {
  if (!isRecord(found)) return null;
  const own = axes === 'r-fm' ? ['fm'] : ['f', 'm'];
  const box: Record<string, [number, number]> = {};
  for (const name of ['r', 'fm', 'f', 'm']) {
    const range = found[name];
    if (range === undefined) continue;
    if (name !== 'r' && !own.includes(name)) return null;
    if (!Array.isArray(range) || range.length !== 2) return null;
    const [low, high]: unknown[] = range;
    if (!isScore(low, scores) || !isScore(high, scores) || low > high) return null;
    box[name] = [low, high];
  }
  const { r, ...rest } = box;
  return r === undefined ? null : { r, ...rest };
}
