/** The same text with a capital first letter; k stays small, as in "k-means". */
export const capitalised = (text: string): string =>
  /^k\b/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** English alone; `inWords` says counts in the reader's language. */
export const numberWord = (count: number, format: (count: number) => string): string => words[count] ?? format(count);
