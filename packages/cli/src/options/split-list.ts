/** Splits at commas that are not inside double quotes; a quoted part keeps its commas and loses its quotes. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"' && isQuoted && text[at + 1] === '"') {
      part += '"';
      at++;
    } else if (character === '"' && (isQuoted || part.trim() === '' || part.endsWith('='))) isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}
