import { ClienteleError, type Role, roleSchema, roles } from '@clientele/contracts';
import { splitList } from './split-list.ts';

const byLowerCase = new Map<string, Role>(roles.map((role) => [role.toLowerCase(), role]));

/**
 * Reads `--map role=Column,role=Column`. A comma inside a column name is kept where no role follows it, or where the
 * name is quoted. `role=` takes the role from every column.
 */
export function parseMap(texts: readonly string[], option = '--map'): Map<Role, string> {
  const mapping = new Map<Role, string>();
  for (const text of texts) {
    let last: Role | undefined;
    for (const part of splitList(text)) {
      const at = part.indexOf('=');
      const role = at < 0 ? undefined : byLowerCase.get(part.slice(0, at).trim().toLowerCase());
      if (role !== undefined) {
        mapping.set(role, part.slice(at + 1).trim());
        last = role;
      } else if (last !== undefined && at < 0) mapping.set(last, `${mapping.get(last)}, ${part}`);
      else
        throw new ClienteleError(
          'usage',
          `${option}: "${part}" is not role=Column; the roles are ${roleSchema.options.join(', ')}.`,
          { option, found: part },
        );
    }
  }
  return mapping;
}
