import { formatNumber, formatValue } from '../preparation/format-value.ts';
import { holds, rfmEffects, sayBands } from './bands.ts';
import { shortLabel } from './feature-words.ts';
import { orderNameRules } from './order-name-rules.ts';
import type { Profiles, SegmentProfile } from './profile.ts';
import { tellingFigures } from './telling-figures.ts';
import { comparePhrase, type PhraseContext, traitPhrase } from './trait-phrase.ts';

/** An effect from here on stands out and may name a segment; a smaller one may still tell two segments apart. */
export const tellingEffect = 0.5;
export const tellingDifference = 0.25;
const traitsInName = 2;

export interface SegmentName {
  name: string;
  why: string;
}

export interface NamingInput {
  context: Omit<PhraseContext, 'base'>;
  profiles: Profiles;
  currency: string | null;
  /** Names that the method gives itself. */
  groups: readonly SegmentName[] | null;
}

interface Draft extends SegmentName {
  /** Columns that the name already speaks of. */
  used: number[];
}

/**
 * Names every segment by stated rules from its numbers: the method's own names, else the rules for order features
 * where recency, frequency and monetary are all there, else its two strongest traits. No two names are equal: the later
 * segment also says how it most differs from the earlier one, or its mean, and where neither parts them, a number.
 */
export function nameSegments(input: NamingInput): SegmentName[] {
  const context: PhraseContext = { ...input.context, base: input.profiles.base };
  const taken = new Map<string, SegmentProfile>();
  return input.profiles.segments.map((profile, id) => {
    const group = input.groups?.[id];
    const draft: Draft = group
      ? { ...group, used: [] }
      : (orderName(input, context, profile) ?? traitName(input, context, profile));
    const named = makeUnique(context, profile, draft, taken);
    taken.set(named.name, profile);
    return named;
  });
}

function orderName(input: NamingInput, context: PhraseContext, profile: SegmentProfile): Draft | null {
  if (!context.isOrders) return null;
  const ids = context.columns.map((column) => column.id);
  const effects = rfmEffects(ids, profile.effects);
  const rule = effects === null ? undefined : orderNameRules.find(({ when }) => holds(when, effects));
  if (rule === undefined) return null;
  const figures = ['recency', 'frequency', 'monetary'].map((id) => sayEffect(input, context, profile, ids.indexOf(id)));
  const conditions = sayBands(rule.when);
  const why = `${figures.join(', ')}. The rule, first in the list that fits: ${conditions === '' ? 'no other name fits' : conditions}, in standard deviations from the average customer; value is the mean of frequency and monetary.`;
  return { name: rule.name, why, used: [] };
}

function traitName(input: NamingInput, context: PhraseContext, profile: SegmentProfile): Draft {
  const chosen: { column: number; phrase: string }[] = [];
  const spoken = new Set<string>();
  for (const { column, effect } of profile.traits) {
    if (chosen.length === traitsInName || Math.abs(effect) < tellingEffect) break;
    const phrase = traitPhrase(context, profile, column, effect);
    const id = context.columns[column]?.id ?? '';
    if (phrase === null || spoken.has(id)) continue;
    spoken.add(id);
    chosen.push({ column, phrase });
  }
  chosen.sort((a, b) => a.column - b.column);
  const used = chosen.map(({ column }) => column);
  if (chosen.length === 0) {
    const why = `No feature lies ${tellingEffect} standard deviations or more from the average customer.`;
    return { name: 'Average customers', why, used };
  }
  const figures = used.map((column) => sayEffect(input, context, profile, column)).join(', ');
  const why = `${figures}. The rule: the strongest traits of at least ${tellingEffect} standard deviations from the average customer.`;
  return { name: capitalise(chosen.map(({ phrase }) => phrase).join(', ')), why, used };
}

function makeUnique(
  context: PhraseContext,
  profile: SegmentProfile,
  draft: Draft,
  taken: ReadonlyMap<string, SegmentProfile>,
): SegmentName {
  const holder = taken.get(draft.name);
  if (holder === undefined) return { name: draft.name, why: draft.why };
  const differences = profile.effects
    .map((effect, column) => ({ column, difference: effect - (holder.effects[column] ?? 0) }))
    .filter(({ column, difference }) => Math.abs(difference) >= tellingDifference && !draft.used.includes(column))
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || a.column - b.column);
  for (const { column, difference } of differences) {
    const phrase = comparePhrase(context, profile, column, difference);
    const name = `${draft.name}, ${phrase}`;
    if (phrase === null || taken.has(name)) continue;
    const label = context.columns[column]?.label ?? '';
    const why = `${draft.why} Another segment has that name too; on ${label} this one lies ${signed(difference)} standard deviations from it.`;
    return { name, why };
  }
  const figure = ownFigure(context, profile, draft.used[0]);
  if (figure !== null && !taken.has(`${draft.name}, ${figure}`)) {
    return {
      name: `${draft.name}, ${figure}`,
      why: `${draft.why} Another segment has that name too, so this one has its mean.`,
    };
  }
  let number = 2;
  while (taken.has(`${draft.name} (${number})`)) number++;
  return {
    name: `${draft.name} (${number})`,
    why: `${draft.why} Another segment has that name too, so this one has a number.`,
  };
}

/** The mean of a numeric column for a name: "age 56.8"; null where there is none. */
function ownFigure(context: PhraseContext, profile: SegmentProfile, index: number | undefined): string | null {
  const column = index === undefined ? undefined : context.columns[index];
  const mean = column === undefined || column.category !== null ? undefined : profile.means[column.id];
  return column === undefined || mean === undefined ? null : `${shortLabel(column.label)} ${formatNumber(mean)}`;
}

/** "Orders +1.65 (mean 13.7 against 4.27)". */
function sayEffect(input: NamingInput, context: PhraseContext, profile: SegmentProfile, index: number): string {
  const column = context.columns[index];
  if (column === undefined) return '';
  const { id, category, unit } = column;
  const key = category === null ? id : `${id}=${category}`;
  const label = category === null ? column.label : `${column.label} ${category}`;
  const say = (value: number | undefined) =>
    value === undefined ? (category === null ? 'unknown' : '0%') : formatValue(value, unit, input.currency);
  const effect = profile.effects[index] ?? 0;
  const figures = tellingFigures(key, effect, { own: profile, base: context.base });
  const kind = category === null ? `${figures.kind} ` : '';
  return `${label} ${signed(effect)} (${kind}${say(figures.own)} against ${say(figures.all)})`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${formatNumber(value, 2)}`;
}

function capitalise(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
