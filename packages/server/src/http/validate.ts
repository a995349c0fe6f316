import { ClienteleError } from '@clientele/contracts';
import type { z } from 'zod';

/**
 * The value as the schema makes it; undefined where there is no schema.
 * @throws ClienteleError `usage` naming the field, what was found and what was expected.
 */
export function validate(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const path = issue.path.map(String);
  const field = path.join('.');
  const found = path.reduce<unknown>(
    (at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
  const expected = issue.message.replace(/^Invalid (input|string): /, '');
  const place = field === '' ? `The ${where}` : `"${field.slice(0, 100)}" in the ${where}`;
  throw new ClienteleError('usage', `${place} is not as expected: ${expected}; found ${shown(found)}.`, {
    field,
    expected,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
