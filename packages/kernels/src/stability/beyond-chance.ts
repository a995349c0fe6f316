/** The Jaccard coefficient of two sets of so many of `rows` rows if they were independent of each other: p q / (p + q - p q). */
export function chanceJaccard(size: number, otherSize: number, rows: number): number {
  const both = (size * otherSize) / rows;
  return both === 0 ? 0 : both / (size + otherSize - both);
}

/** (J - J0) / (1 - J0), at least 0: what of a mean Jaccard is more than chance. 1 where chance alone gives 1: sets of all rows. */
export function beyondChance(jaccard: number, chance: number): number {
  return chance < 1 ? Math.max(0, (jaccard - chance) / (1 - chance)) : 1;
}
