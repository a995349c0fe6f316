import type { RfmScheme } from '@clientele/contracts';

/** Most groups that a scheme may have, and the longest name. */
export const most = { groups: 60, name: 80 } as const;

/** With one more group, empty, at the end. */
export const withGroup = (scheme: RfmScheme, name: string): RfmScheme => ({
  ...scheme,
  groups: [...scheme.groups, { name, boxes: [] }],
});

/** A name that no group has: the plain one with the first free number. */
export function freeName(scheme: RfmScheme, nameOf: (number: number) => string): string {
  const names = new Set(scheme.groups.map(({ name }) => name));
  let number = scheme.groups.length + 1;
  while (names.has(nameOf(number))) number++;
  return nameOf(number);
}

export const withName = (scheme: RfmScheme, group: number, name: string): RfmScheme => ({
  ...scheme,
  groups: scheme.groups.map((each, at) => (at === group ? { ...each, name: name.trim() } : each)),
});

/** Why a group cannot be called so, or null where it can. */
export function nameFault(scheme: RfmScheme, group: number, name: string): 'empty' | 'long' | 'taken' | null {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (wanted.length > most.name) return 'long';
  return scheme.groups.some((each, at) => at !== group && each.name === wanted) ? 'taken' : null;
}

export const withoutGroup = (scheme: RfmScheme, group: number): RfmScheme => ({
  ...scheme,
  groups: scheme.groups.filter((_, at) => at !== group),
});

/** With a group one place up (-1) or down (1): where boxes overlap, the first has the cell. */
export function withMoved(scheme: RfmScheme, group: number, by: -1 | 1): RfmScheme {
  const groups = [...scheme.groups];
  const [moved] = groups.splice(group, 1);
  if (moved === undefined) return scheme;
  groups.splice(group + by, 0, moved);
  return { ...scheme, groups };
}

/** The scheme as text that is the same for the same scheme. */
export const schemeText = ({ scores, axes, cuts, ties, weights, groups }: RfmScheme): string =>
  JSON.stringify([
    scores,
    axes,
    cuts === 'quantile' ? cuts : [cuts.recency, cuts.frequency, cuts.monetary],
    ties,
    [weights.frequency, weights.monetary],
    groups.map(({ name, boxes }) => [name, boxes.map(({ r, fm, f, m }) => [r, fm ?? null, f ?? null, m ?? null])]),
  ]);

export const isSameScheme = (one: RfmScheme, other: RfmScheme): boolean =>
  one === other || schemeText(one) === schemeText(other);
