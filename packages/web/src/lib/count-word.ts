const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small count as a word, a larger one in figures. */
export const countWord = (count: number): string => words[count] ?? String(count);

/** With a capital, to begin a sentence. */
export const countWordFirst = (count: number): string => {
  const word = countWord(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** "1 line", "2 lines". */
export const counted = (count: number, noun: string, text: string = String(count)): string =>
  `${text} ${noun}${count === 1 ? '' : 's'}`;
