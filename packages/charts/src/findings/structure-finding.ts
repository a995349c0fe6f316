import type { Structure } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import { segmentName } from '../figures/segment-name.ts';
import { capitalised } from '../format/capitalised.ts';
import { inWords } from '../format/in-words.ts';

type Known = Pick<Structure, 'verdict' | 'groups' | 'unparted' | 'neighbours'>;

/** How segments stand to the groups that the data hold. */
export type StructureStand = 'slices' | 'natural' | 'cut' | 'merged' | 'partly';

/** How these segments stand to the verdict. */
export function structureStand({ verdict, groups, unparted }: Known, segments: number): StructureStand {
  if (verdict === 'slices') return 'slices';
  if (segments > groups) return 'cut';
  if (segments < groups) return 'merged';
  return unparted.length > 0 ? 'partly' : 'natural';
}

const mostNamed = 3;

/** The verdict on a segmentation in a line, and what it means. */
export function structureFinding(structure: Known, segments: number, context: FigureContext) {
  const { text } = context;
  const stand = structureStand(structure, segments);
  const groups = inWords(structure.groups, context);
  return {
    verdict: capitalised(text(`verdict.${stand}`, { n: structure.groups, groups, k: segments })),
    about: text(`verdict.about.${aboutOf(stand, structure.unparted.length)}`),
    unparted: unpartedWords(structure, context),
  };
}

function aboutOf(stand: StructureStand, unparted: number): 'slices' | 'parted' | 'natural' | 'other' {
  if (stand === 'slices') return unparted === 0 ? 'parted' : 'slices';
  return unparted === 0 ? 'natural' : 'other';
}

/** Which borders part nobody, by name where they are few; null where there are none. */
function unpartedWords({ unparted, neighbours }: Known, context: FigureContext): string | null {
  const { formats, text } = context;
  if (unparted.length === 0) return null;
  if (unparted.length > mostNamed)
    return text('verdict.unpartedMany', { count: formats.count(unparted.length), all: formats.count(neighbours) });
  const pairs = unparted.map(({ segments: [one, other] }) =>
    text('verdict.pair', { one: segmentName(one, context), other: segmentName(other, context) }),
  );
  return text('verdict.unparted', { pairs: pairs.join('; ') });
}

/** Segments that no valley parts from this one. */
export const unpartedFrom = ({ unparted }: Pick<Structure, 'unparted'>, segment: number): number[] =>
  unparted.flatMap(({ segments: [one, other] }) => (one === segment ? [other] : other === segment ? [one] : []));
