import { type ColumnProfile, type Inspection, type PreviewRow, type Role, roleLabels } from '@clientele/contracts';
import { countWord } from '../../../lib/count-word.ts';
import { formatsFor } from '../../../lib/formats-for.ts';

const characterWidth = 7.3;
const gap = 20;
/** What the frame of a role menu takes, in characters. */
const buttonCharacters = 7;
const signCharacters = 3;
const narrowest = 104;
const widest = 208;

/** Roles whose numbers name something and measure nothing. */
export const idRoles: ReadonlySet<Role> = new Set(['order', 'product', 'customer']);

/** Roles that are written with the currency's sign. */
export const moneyRoles: ReadonlySet<Role> = new Set(['unitPrice', 'amount']);

/** The width that a column of the preview needs, in pixels. */
export function columnWidth(
  column: ColumnProfile,
  role: Role | null,
  index: number,
  preview: readonly PreviewRow[],
): number {
  const longest = Math.max(
    column.name.length,
    (role === null ? 0 : roleLabels[role].length + (moneyRoles.has(role) ? signCharacters : 0)) + buttonCharacters,
    columnFact(column, role).length * 0.82,
    ...preview.map(({ cells }) => cells[index]?.length ?? 0),
  );
  return Math.round(Math.min(widest, Math.max(narrowest, longest * characterWidth + gap)));
}

/** One fact about a column, in a few words: its emptiness, its span or its kinds of values. */
export function columnFact({ type, rows, missing, distinct, min, max }: ColumnProfile, role: Role | null): string {
  const formats = formatsFor(null);
  if (type === 'empty') return 'empty';
  if (missing > 0 && rows > 0) return `${formats.share(missing / rows)} empty`;
  if (role !== null && idRoles.has(role)) return `${formats.count(distinct)} ${distinct === 1 ? 'value' : 'values'}`;
  if (type === 'time' && min !== null && max !== null)
    return `${formats.month(min.slice(0, 7), true)} – ${formats.month(max.slice(0, 7), true)}`;
  if (type === 'number' && min !== null && max !== null)
    return `${formats.number(Number(min))} to ${formats.number(Number(max))}`;
  return `${type}, ${formats.count(distinct)} ${distinct === 1 ? 'value' : 'values'}`;
}

/** The finding over the preview: how many columns play a role. */
export function columnFinding({ kind, mapping, columns }: Inspection): string {
  const known = new Set(Object.values(mapping.roles)).size;
  const what = kind === 'orders' ? 'order lines' : 'a table of customers';
  if (kind === 'customers') return `Read as ${what}, ${columns.length} columns`;
  if (known === columns.length) return `All ${countWord(columns.length)} columns recognised as ${what}`;
  return `${known} of ${columns.length} columns have a role; read as ${what}`;
}
