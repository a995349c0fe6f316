import { ClienteleError, type Mapping, type Role, roleLabels, roles } from '@clientele/contracts';
import type { Source } from '../sources/source.ts';
import { closeNames } from './close-names.ts';
import { squashName } from './split-name.ts';

/** What a user says of the mapping; the rest stays as recognised. A role set to null is played by no column. */
export interface MappingPatch extends Partial<Omit<Mapping, 'roles'>> {
  roles?: Partial<Record<Role, string | null>>;
}

function findColumn(source: Source, role: Role, wanted: string): string {
  const exact = source.columns.find((column) => column === wanted);
  if (exact !== undefined) return exact;
  const alike = source.columns.filter(
    (column) => squashName(column) === squashName(wanted) && squashName(wanted) !== '',
  );
  if (alike.length === 1) return alike[0] as string;
  const close = closeNames(wanted, source.columns);
  const advice =
    close.length > 0
      ? `did you mean ${close.join(' or ')}?`
      : `its columns are ${source.columns.slice(0, 12).join(', ')}${source.columns.length > 12 ? ', ...' : ''}.`;
  throw new ClienteleError(
    'column-missing',
    `${source.info.name} has no column "${wanted}" for the role ${roleLabels[role].toLowerCase()}; ${advice}`,
    { file: source.info.name, role, column: wanted, close },
  );
}

/** The roles that order lines cannot do without and that this mapping lacks, as words. */
export function missingRoles(mapping: Mapping): string[] {
  if (mapping.kind === 'customers') return [];
  const has = (role: Role) => Object.hasOwn(mapping.roles, role) && mapping.roles[role] !== undefined;
  const missing: string[] = [];
  if (!has('customer')) missing.push('customer');
  if (!has('time')) missing.push('time');
  if (!has('amount') && !(has('unitPrice') && has('quantity')))
    missing.push(has('unitPrice') ? 'quantity (to go with the unit price)' : 'amount (or unitPrice and quantity)');
  return missing;
}

/** Throws `mapping-incomplete` where order lines lack a role without which no amount per customer can be told. */
export function requireComplete(source: Source, mapping: Mapping): void {
  const missing = missingRoles(mapping);
  if (missing.length === 0) return;
  throw new ClienteleError(
    'mapping-incomplete',
    `${source.info.name} was taken for order lines, but no column plays ${missing.join(', ')}; choose one (at the prompt: --map ${missing[0]?.split(' ')[0]}=COLUMN), or read the file as a table of customers.`,
    { file: source.info.name, missing, columns: [...source.columns] },
  );
}

/**
 * The mapping as recognised with what the user says put over it. A user's amount takes the place of a recognised unit
 * price and the other way round; a column given a new role gives up the recognised one. Throws `column-missing` for a
 * column that the source lacks, naming close ones, and `mapping-incomplete` for order lines without a needed role.
 */
export function completeMapping(source: Source, recognised: Mapping, patch: MappingPatch = {}): Mapping {
  const said = new Map<Role, string | null>();
  for (const role of roles) {
    const wanted = patch.roles !== undefined && Object.hasOwn(patch.roles, role) ? patch.roles[role] : undefined;
    if (wanted === null || wanted === '') said.set(role, null);
    else if (wanted !== undefined) said.set(role, findColumn(source, role, wanted));
  }
  const kind = patch.kind ?? (saysOrders(said) ? 'orders' : recognised.kind);
  const taken = new Set(said.values());
  const result: Mapping['roles'] = {};
  for (const role of roles) {
    const own = Object.hasOwn(recognised.roles, role) ? recognised.roles[role] : undefined;
    const column = said.has(role) ? said.get(role) : own !== undefined && !taken.has(own) ? own : undefined;
    if (column !== undefined && column !== null) result[role] = findColumn(source, role, column);
  }
  if (said.get('amount') && !said.has('unitPrice')) delete result.unitPrice;
  if (said.get('unitPrice') && !said.has('amount')) delete result.amount;
  const mapping: Mapping = {
    kind,
    roles: result,
    dateOrder: patch.dateOrder ?? recognised.dateOrder,
    decimal: patch.decimal ?? recognised.decimal,
    currency: patch.currency === undefined ? recognised.currency : patch.currency,
  };
  requireComplete(source, mapping);
  return mapping;
}

function saysOrders(said: ReadonlyMap<Role, string | null>): boolean {
  return Boolean(said.get('time') && (said.get('amount') || said.get('unitPrice')));
}
