/** A value that JSON can hold without loss. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON in one form only, for hashing: keys in code-unit order, no spaces, numbers in their shortest form (that of ECMAScript,
 * as in RFC 8785), undefined members left out. Throws RangeError on NaN and infinities, which JSON cannot hold.
 */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  refuseNonFinite('', value);
  return JSON.stringify(value);
}

/** JSON for a file: keys as the object was made, two spaces of indentation, a newline at the end. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, refuseNonFinite, 2)}\n`;
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`JSON holds finite numbers only, got ${value}${key === '' ? '' : ` as ${key}`}`);
  }
  return value;
}
