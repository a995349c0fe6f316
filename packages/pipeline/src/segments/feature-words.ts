import type { OrderFeatureId } from '@clientele/contracts';

/** How a feature is spoken of: far above the base, far below it, and against another segment. */
export interface FeatureWords {
  high: string;
  low: string;
  higher: string;
  lower: string;
}

const orderWords: Record<OrderFeatureId, FeatureWords> = {
  recency: { high: 'long quiet', low: 'recent', higher: 'longer quiet', lower: 'more recent' },
  frequency: { high: 'many orders', low: 'few orders', higher: 'more orders', lower: 'fewer orders' },
  monetary: { high: 'high revenue', low: 'low revenue', higher: 'higher revenue', lower: 'lower revenue' },
  tenure: { high: 'long-standing', low: 'new', higher: 'longer with us', lower: 'newer' },
  averageOrderValue: { high: 'large orders', low: 'small orders', higher: 'larger orders', lower: 'smaller orders' },
  daysBetweenOrders: { high: 'long gaps', low: 'short gaps', higher: 'longer gaps', lower: 'shorter gaps' },
  distinctProducts: { high: 'wide range', low: 'narrow range', higher: 'wider range', lower: 'narrower range' },
  itemsPerOrder: { high: 'many items', low: 'few items', higher: 'more items', lower: 'fewer items' },
  returnShare: { high: 'many returns', low: 'few returns', higher: 'more returns', lower: 'fewer returns' },
};

/** Columns that have words of their own, by their shortened label. */
const columnWords: Record<string, FeatureWords> = {
  age: { high: 'older', low: 'young', higher: 'older', lower: 'younger' },
};

/** A label for the middle of a sentence: no units in brackets, words parted, lower case but for abbreviations. */
export function shortLabel(label: string): string {
  const words = label
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (/^\p{Lu}{2,4}$/u.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ') || label.trim();
  return text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`;
}

/** The words for a numeric feature: its own, or made from its label. */
export function featureWords(id: string, label: string, isOrders: boolean): FeatureWords {
  const own = isOrders && Object.hasOwn(orderWords, id) ? orderWords[id as OrderFeatureId] : undefined;
  const short = shortLabel(label);
  return (
    own ??
    (Object.hasOwn(columnWords, short) ? columnWords[short] : undefined) ?? {
      high: `high ${short}`,
      low: `low ${short}`,
      higher: `higher ${short}`,
      lower: `lower ${short}`,
    }
  );
}

const bare = new Set(['yes', 'no', 'true', 'false', 'other', 'none', 'unknown']);

/** A category's value as a phrase: the value where it speaks for itself (Female), else with its label (member: yes). */
export function categoryWords(label: string, value: string, share: number): string {
  const speaks = /^\p{L}[\p{L} .'-]+$/u.test(value) && !bare.has(value.toLowerCase());
  const short = value.length <= 40 ? value : `${value.slice(0, 39).trimEnd()}…`;
  const text = speaks ? short : `${shortLabel(label)} ${short}`;
  if (share >= 0.8) return text;
  return share > 0.5 ? `mostly ${text}` : `often ${text}`;
}
