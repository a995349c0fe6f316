const letters: Record<string, string | undefined> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' };
const shortened: Record<string, string | undefined> = {
  st: 'saint',
  ste: 'saint',
  is: 'islands',
  rep: 'republic',
  dem: 'democratic',
};
const fillers = new Set(['the', 'of', 'and', 'und', 'der', 'die', 'das', 'des']);
const longest = 120;

/**
 * A country's name without what writers differ in: case, accents, punctuation, small words and the order of words
 * ("Korea, Republic of"). Empty where no letter is left.
 */
export function countryKey(name: string): string {
  const words = name
    .slice(0, longest)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßøłđıæœ]/g, (letter) => letters[letter] ?? letter)
    .replace(/\p{M}|['\u2018\u2019\u00B4`.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.every((word) => word.length === 1)) return words.join('');
  if (words.length === 1) return words[0] ?? '';
  return words
    .filter((word) => !fillers.has(word))
    .map((word) => shortened[word] ?? word)
    .sort()
    .join(' ');
}
