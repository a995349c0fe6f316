const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** Small counts as words (up to twelve), others by the given format. */
export const numberWord = (count: number, format: (count: number) => string): string => words[count] ?? format(count);

/** The same text with a capital first letter; k stays small, as in "k-means". */
export const capitalised = (text: string): string =>
  /^k\b/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
