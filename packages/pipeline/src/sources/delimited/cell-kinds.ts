const numberText = /^[-+(]?\s?[£$€¥]?\s?[-+]?\d[\d.,'\u00a0\u202f ]*(e[-+]?\d+)?\s?[%£$€¥]?\)?$/i;
const timeText = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?$/;
const clockText = /^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const namedDateText = /^\d{1,2}[- ][a-z]{3,9}[- ]\d{2,4}( .*)?$/i;
const noValue = /^(|na|n\/a|null|none|nan|-|\\n|#n\/a)$/i;

/** Whether a cell says nothing: empty, or one of the usual words for a missing value. */
export function isMissing(cell: string): boolean {
  return noValue.test(cell.trim());
}

/** Whether a cell reads as a number or a time, so that it is hardly a heading. */
export function isTyped(cell: string): boolean {
  const text = cell.trim();
  return numberText.test(text) || timeText.test(text) || clockText.test(text) || namedDateText.test(text);
}
