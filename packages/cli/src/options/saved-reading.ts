import { type Mapping, mappingSchema, rulesPatchSchema } from '@clientele/contracts';
import type { DataOptions } from './data-options.ts';

/**
 * The reading of a saved recipe (roles, rules, date order, decimal mark, currency) as options, so that `--recipe` reads the
 * file as it was read when the recipe was made. Options that were given win.
 */
export function withSavedReading<Options extends DataOptions>(options: Options, saved: unknown): Options {
  const data = (saved as { data?: { mapping?: unknown; rules?: unknown } } | undefined)?.data;
  const mapping = mappingSchema.safeParse(data?.mapping);
  const rules = rulesPatchSchema.safeParse(data?.rules);
  const result = { ...options };
  if (mapping.success) {
    const { kind, roles, dateOrder, decimal, currency } = mapping.data;
    result.map = [...quotedRoles({ roles }), ...(options.map ?? [])];
    result.kind ??= kind;
    result.dateOrder ??= dateOrder;
    result.decimal ??= decimal;
    result.currency ??= currency ?? undefined;
  }
  if (rules.success)
    result.rule = [
      ...Object.entries(rules.data).map(([rule, isOn]) => `${rule}=${isOn ? 'on' : 'off'}`),
      ...(options.rule ?? []),
    ];
  return result;
}

/** The roles of a mapping as `--map` takes them, whatever the columns are called. */
export function quotedRoles({ roles }: Pick<Mapping, 'roles'>): string[] {
  return Object.entries(roles).map(([role, column]) => `${role}="${column.replaceAll('"', '""')}"`);
}
