import { squashName } from './split-name.ts';

/** Number of letters to change, add or leave out to get from one word to another (Levenshtein 1965). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** At most three names that a mistyped name may have meant, closest first. */
export function closeNames(name: string, names: readonly string[]): string[] {
  const wanted = squashName(name).slice(0, 100);
  return names
    .map((candidate) => {
      const squashed = squashName(candidate).slice(0, 100);
      const inside =
        wanted.length > 2 && (squashed.includes(wanted) || wanted.includes(squashed)) && squashed.length > 2;
      return { candidate, far: inside ? 0.5 : distance(wanted, squashed), most: Math.max(1, squashed.length / 2.5) };
    })
    .filter(({ far, most }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
