import { countries } from './countries.ts';
import { type Group, type GroupId, groups } from './groups.ts';
import { createRandom, mixSeed } from './random.ts';

/** A customer of the made-up shop, with the group that was planted. */
export interface Customer {
  id: string;
  group: GroupId;
  country: string;
}

/** The id of a customer by index, in order of first order. */
export function customerId(index: number): string {
  return String(10001 + index);
}

/** Draws a country, as an index into `countries`: the home country or, more or less likely by group, one abroad. */
export function drawCountry(seed: number, key: number, group: Group | null): number {
  const random = createRandom(mixSeed(seed, key, 7));
  const home = countries[0]!.share;
  const abroad = (1 - home) * (group?.abroad ?? 1);
  if (random.next() >= abroad) return 0;
  let left = random.next() * (1 - home);
  for (let i = 1; i < countries.length; i++) {
    left -= countries[i]!.share;
    if (left < 0) return i;
  }
  return countries.length - 1;
}

/** Customers from the group of each, in order of first order. */
export function listCustomers(groupOf: Uint8Array, countryOf: Uint8Array): Customer[] {
  return Array.from(groupOf, (group, index) => ({
    id: customerId(index),
    group: groups[group]!.id,
    country: countries[countryOf[index]!]!.name,
  }));
}
