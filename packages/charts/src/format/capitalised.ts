/** The same text with a capital first letter; k stays small, as in "k-means". */
export const capitalised = (text: string): string =>
  /^k\b/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
