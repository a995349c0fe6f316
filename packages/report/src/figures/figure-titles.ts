import type { Figure } from '@clientele/charts';
import type { Text } from '@clientele/texts';

const longest = 240;
const cut = (text: string) =>
  text.length <= longest
    ? text
    : `${[...text]
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}\u2026`;

/** Title and subtitle of a figure; names in them may be of any length. */
export const figureTitles = ({ title, subtitle }: Figure): { title: string; subtitle: string } => ({
  title: cut(title),
  subtitle: cut(subtitle),
});

/** What is said below a figure: its own note, and why a drawing that only turns on the screen is not here. */
export function figureNote({ note, renderer, option }: Figure, text: Text): string | undefined {
  const instead = renderer === 'gl' && option !== null ? text('report.onScreenOnly') : undefined;
  const notes = [instead, note].filter((one) => one !== undefined);
  return notes.length === 0 ? undefined : notes.join(' ');
}
