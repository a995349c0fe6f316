import { formatNumber } from '../preparation/format-value.ts';

/** An interval of effects: `from` is in it, `below` is not. */
export interface Band {
  from?: number;
  below?: number;
}

/** What the rules for order features look at, in standard deviations of the base. */
export interface RfmEffects {
  /** Positive: longer quiet than the base. */
  recency: number;
  frequency: number;
  monetary: number;
  /** Mean of frequency and monetary. */
  value: number;
}

/** Conditions that must all hold. */
export type RfmBands = Partial<Record<keyof RfmEffects, Band>>;

export function holds(bands: RfmBands, effects: RfmEffects): boolean {
  return Object.entries(bands).every(([name, { from = -Infinity, below = Infinity }]) => {
    const effect = effects[name as keyof RfmEffects];
    return effect >= from && effect < below;
  });
}

/** The conditions in words: "recency below 0.4 and value 1.25 or more". */
export function sayBands(bands: RfmBands): string {
  const said = Object.entries(bands).map(([name, { from, below }]) => {
    if (from !== undefined && below !== undefined)
      return `${name} from ${formatNumber(from)} to below ${formatNumber(below)}`;
    return from !== undefined ? `${name} ${formatNumber(from)} or more` : `${name} below ${formatNumber(below ?? 0)}`;
  });
  return said.join(' and ');
}

/** The three effects of a segment, or null where one of the features was not chosen. */
export function rfmEffects(columnIds: readonly string[], effects: readonly number[]): RfmEffects | null {
  const [recency, frequency, monetary] = ['recency', 'frequency', 'monetary'].map(
    (id) => effects[columnIds.indexOf(id)],
  );
  if (recency === undefined || frequency === undefined || monetary === undefined) return null;
  return { recency, frequency, monetary, value: (frequency + monetary) / 2 };
}
