import { currencyCodes, currencySigns } from './currencies.ts';

export type Mark = 'point' | 'comma';

const space = '[ \\t\\x{a0}\\x{202f}]*';
const signs = [...currencySigns.keys(), ...currencyCodes].map((text) => text.replaceAll('$', '\\$'));
const currency = `(?:${signs.join('|')})?`;
const groups = (marks: string) => `[0-9]{1,3}(?:[${marks}][0-9]{2,3})*[${marks}][0-9]{3}`;

function pattern(group: string, point: string): string {
  const digits = `(?:(?:${groups(`${group}'’ \\x{a0}\\x{202f}`)}|[0-9]+)(?:${point}[0-9]*)?|${point}[0-9]+)`;
  const open = `\\(?${space}[-+−]?${space}${currency}${space}[-+−]?${space}`;
  return `^${space}${open}${digits}${space}[-−]?${space}${currency}${space}\\)?${space}$`;
}

/** Regular expressions (RE2) of a written number: sign, currency, groups of thousands, brackets or a minus after it. */
export const numberPatterns: Record<Mark, string> = { point: pattern(',', '\\.'), comma: pattern('\\.', ',') };
/** What makes a written number negative. */
export const minusPattern = '[-−(]';

const toJs = (text: string) =>
  new RegExp(
    text.replaceAll(/\\x\{([0-9a-f]+)\}/g, (_, hex) => `\\u${hex.padStart(4, '0')}`),
    'u',
  );
const compiled: Record<Mark, RegExp> = {
  point: toJs(numberPatterns.point),
  comma: toJs(numberPatterns.comma),
};
const minus = new RegExp(minusPattern);
const plain = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?\s*$/;

/** The number that a text stands for with this decimal mark; null where it is none. The SQL twin is `numberSql`. */
export function readNumber(text: string, mark: Mark): number | null {
  if (mark === 'point' && plain.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
  }
  if (!compiled[mark].test(text)) return null;
  const digits = mark === 'point' ? text.replaceAll(/[^0-9.]/g, '') : text.replaceAll(/[^0-9,]/g, '').replace(',', '.');
  const value = Number(digits);
  return minus.test(text) ? -value : value;
}
