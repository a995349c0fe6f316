const longNumber = /\d{16}/;
const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Parses JSON; integers beyond 2^53 and decimals of as many digits keep their digits as text. Throws SyntaxError. */
export function parseExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!longNumber.test(text)) return value;
  const quoted = text.replace(textOrNumber, (token) =>
    token.startsWith('"') || token.length < 16 ? token : JSON.stringify(token),
  );
  return JSON.parse(quoted);
}

/** A JSON value as the text of a cell; nothing for null and the empty text, JSON for lists and objects. */
export function jsonCell(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
