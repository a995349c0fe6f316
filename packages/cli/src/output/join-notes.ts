import type { JoinAccount } from '@clientele/pipeline';
import { count } from './numbers.ts';

/** What a joined table of customers brought, in a sentence each. */
export function joinNotes(join: (JoinAccount & { name: string }) | null): string[] {
  if (join === null) return [];
  const { name, matched, without, columns, problems } = join;
  const joined = `joined: ${count(matched)} of ${count(matched + without)} customers with orders are in ${name}, which adds ${columns.join(', ')}`;
  return [joined, ...problems.map(({ severity, message }) => `${severity}: ${message}`)];
}
