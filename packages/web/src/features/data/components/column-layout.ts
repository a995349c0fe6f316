import { inWords } from '@clientele/charts';
import type { ColumnProfile, Inspection, PreviewRow, Role } from '@clientele/contracts';
import type { Text } from '@clientele/texts';
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
  text: Text,
): number {
  const longest = Math.max(
    column.name.length,
    (role === null ? 0 : text(`role.${role}.label`).length + (moneyRoles.has(role) ? signCharacters : 0)) +
      buttonCharacters,
    columnFact(column, role, text).length * 0.82,
    ...preview.map(({ cells }) => cells[index]?.length ?? 0),
  );
  return Math.round(Math.min(widest, Math.max(narrowest, longest * characterWidth + gap)));
}

/** One fact about a column, in a few words: its emptiness, its span or its kinds of values. */
export function columnFact(
  { type, rows, missing, distinct, min, max }: ColumnProfile,
  role: Role | null,
  text: Text,
): string {
  const formats = formatsFor(null);
  if (type === 'empty') return text('columns.fact.empty');
  if (missing > 0 && rows > 0) return text('columns.fact.missing', { share: formats.share(missing / rows) });
  if (role !== null && idRoles.has(role)) return text('columns.fact.values', { n: distinct });
  if (type === 'time' && min !== null && max !== null)
    return `${formats.month(min.slice(0, 7), true)} – ${formats.month(max.slice(0, 7), true)}`;
  if (type === 'number' && min !== null && max !== null)
    return text('columns.fact.span', { from: formats.number(Number(min)), to: formats.number(Number(max)) });
  return text('columns.fact.type', { type, n: distinct });
}

/** The finding over the preview: how many columns play a role. */
export function columnFinding({ kind, mapping, columns }: Inspection, text: Text): string {
  const known = new Set(Object.values(mapping.roles)).size;
  if (kind === 'customers') return text('columns.finding.customers', { n: columns.length });
  return known === columns.length
    ? text('columns.finding.all', { columns: inWords(columns.length, { formats: formatsFor(null), text }) })
    : text('columns.finding.some', { known, columns: columns.length });
}
