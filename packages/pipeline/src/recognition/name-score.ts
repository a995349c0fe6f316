import type { Role } from '@clientele/contracts';
import { roleNames } from './role-names.ts';
import { splitName } from './split-name.ts';

interface Synonym {
  certainty: number;
  words: string[];
  squashed: string;
}

const synonyms = new Map<Role, Synonym[]>();
const against = new Map<Role, Set<string>>();
for (const [role, table] of Object.entries(roleNames) as [Role, (typeof roleNames)[Role]][]) {
  synonyms.set(
    role,
    table.names.flatMap(([certainty, names]) =>
      names.split(',').map((name) => {
        const words = splitName(name);
        return { certainty, words, squashed: words.join('') };
      }),
    ),
  );
  against.set(role, new Set(table.against.split(',')));
}

function contains(words: readonly string[], part: readonly string[]): boolean {
  for (let at = 0; at + part.length <= words.length; at++)
    if (part.every((word, i) => words[at + i] === word)) return true;
  return false;
}

/** How surely a column of this name plays the role, 0 to 1: a known name, or a name with a known one in it. */
export function nameScore(name: string, role: Role): number {
  const words = splitName(name);
  const squashed = words.join('');
  if (squashed === '') return 0;
  let best = 0;
  for (const synonym of synonyms.get(role) ?? []) {
    if (synonym.squashed === squashed) return synonym.certainty;
    if (synonym.words.length >= words.length || !contains(words, synonym.words)) continue;
    const rest = words.filter((word) => !synonym.words.includes(word));
    if (rest.some((word) => against.get(role)?.has(word))) continue;
    best = Math.max(best, synonym.certainty * (0.45 + (0.4 * synonym.words.length) / words.length));
  }
  return best;
}
