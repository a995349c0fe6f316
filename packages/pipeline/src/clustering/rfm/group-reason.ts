import type { RfmBox, RfmScheme } from '@clientele/contracts';
import { axisNames, codeOf } from './cells.ts';
import type { Coverage } from './coverage.ts';

/** Up to so many codes are written out one by one. */
const listed = 8;

/** The rule of a group, from its codes or, where these are many, from its boxes. */
export function groupReason(scheme: RfmScheme, { groups, held, got }: Coverage, group: number): string {
  const { name = '', boxes = [] } = scheme.groups[group] ?? {};
  const axes = axisNames(scheme);
  const best = `(${scheme.scores} is best)`;
  const scores = `${axes.slice(0, -1).join(', ')} and ${axes.at(-1)} scores`;
  const cells: number[] = [];
  for (let cell = groups.length - 1; cell >= 0; cell--) if (groups[cell] === group) cells.push(cell);
  if (cells.length <= listed) {
    return `${name}: ${scores} ${cells.map((cell) => codeOf(scheme, cell).join(',')).join(' ')} ${best}.`;
  }
  const less = (held[group] ?? 0) > (got[group] ?? 0) ? ', less the codes of groups further up' : '';
  return `${name}: scores ${boxes.map((box) => boxText(scheme, box)).join('; or ')} ${best}${less}.`;
}

function boxText({ scores, axes }: RfmScheme, { r, fm, f, m }: RfmBox): string {
  const parts: [string, [number, number] | undefined][] =
    axes === 'r-fm'
      ? [
          ['R', r],
          ['FM', fm],
        ]
      : [
          ['R', r],
          ['F', f],
          ['M', m],
        ];
  const texts = parts.flatMap(([axis, range]) => {
    const [low, high] = range ?? [1, scores];
    if (low === 1 && high === scores) return [];
    return [`${axis} ${low === high ? low : `${low} to ${high}`}`];
  });
  return texts.length === 0 ? 'of any value' : texts.join(', ');
}
