import { capitalised, numberWord } from '@clientele/charts';

/** A small count as a word, a larger one in figures. */
export const countWord = (count: number): string => numberWord(count, String);

/** With a capital, to begin a sentence. */
export const countWordFirst = (count: number): string => capitalised(countWord(count));

/** "1 line", "2 lines". */
export const counted = (count: number, noun: string, text: string = String(count)): string =>
  `${text} ${noun}${count === 1 ? '' : 's'}`;
