import { ClienteleError, type RfmScheme, rfmSchemeSchema } from '@clientele/contracts';

const keys = {
  scheme: ['scores', 'axes', 'cuts', 'ties', 'weights', 'groups'],
  groups: ['name', 'boxes'],
  boxes: ['r', 'fm', 'f', 'm'],
  cuts: ['recency', 'frequency', 'monetary'],
  weights: ['frequency', 'monetary'],
};
const advice = 'clientele rfm-grid --write writes one to start from';

/** The text of a scheme's file, checked; `source` is how the user calls it. @throws ClienteleError `format-broken`, saying where and what */
export function parseScheme(text: string, source: string): RfmScheme {
  const fail = (what: string, cause?: unknown) =>
    new ClienteleError('format-broken', `${source} ${what}; ${advice}.`, { file: source }, cause);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    throw fail(text.trim() === '' ? 'is empty' : `is not JSON${why}`, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fail('holds no JSON object');
  const stranger = strangerOf(value, 'scheme', '');
  if (stranger !== null) throw fail(stranger);
  const parsed = rfmSchemeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const found = path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const at = pathText(path);
  const what = (issue?.message ?? 'another value').replace(/^Invalid input: /, '');
  const isPlain = found === null || typeof found !== 'object';
  throw fail(
    `is wrong at ${at || 'its top'}: ${isPlain ? `found ${JSON.stringify(found) ?? 'nothing'}, ` : ''}${what}`,
  );
}

/** A key that no scheme has, which would be passed over without a word; null where there is none. */
function strangerOf(value: unknown, kind: keyof typeof keys, path: string): string | null {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) {
      const found = strangerOf(each, kind, `${path}[${i}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (!keys[kind].includes(key)) return `has "${key}" at ${at}, where ${keys[kind].join(', ')} are known`;
    const found = key in keys ? strangerOf(inner, key as keyof typeof keys, at) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A path of keys as it is written in code: groups[2].boxes[0].r. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}
