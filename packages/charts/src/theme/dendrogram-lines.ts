import type { DendrogramTop } from '@clientele/contracts';

/** A merge as it is drawn: two legs and the bar between them, cut into parts of one colour. */
export interface DendrogramLine {
  /** Index of the merge. */
  merge: number;
  /** The segment that the part belongs to; null above the cut. */
  segment: number | null;
  /** Corners as leaf position and height. */
  corners: [number, number][];
}

/** A place in the tree. */
export interface DendrogramNode {
  at: number;
  height: number;
  size: number;
  /** Null where it spans several segments. */
  segment: number | null;
}

/** All nodes of the top of a tree: leaves by their place, then the merges. */
export function dendrogramNodes({ leaves, merges }: DendrogramTop): DendrogramNode[] {
  const nodes: DendrogramNode[] = leaves.map(({ size, segment }, at) => ({ at, height: 0, size, segment }));
  for (const { left, right, height } of merges) {
    const [one, other] = [nodes[left], nodes[right]];
    if (one === undefined || other === undefined) break;
    nodes.push({
      at: (one.at + other.at) / 2,
      height,
      size: one.size + other.size,
      segment: one.segment === other.segment ? one.segment : null,
    });
  }
  return nodes;
}

/** Where the tree is cut: half way between the last merge made and the first not made. */
export const cutHeight = ({ cut }: DendrogramTop): number =>
  cut.above === null ? cut.below : (cut.below + cut.above) / 2;

/** The lines of the drawing: in a segment's colour up to the cut, neutral above it. */
export function dendrogramLines(dendrogram: DendrogramTop): DendrogramLine[] {
  const nodes = dendrogramNodes(dendrogram);
  const first = dendrogram.leaves.length;
  const cut = cutHeight(dendrogram);
  return dendrogram.merges.flatMap(({ left, right, height }, merge): DendrogramLine[] => {
    const [own, one, other] = [nodes[first + merge], nodes[left], nodes[right]];
    if (own === undefined || one === undefined || other === undefined) return [];
    if (own.segment !== null) {
      const corners: [number, number][] = [
        [one.at, one.height],
        [one.at, height],
        [other.at, height],
        [other.at, other.height],
      ];
      return [{ merge, segment: own.segment, corners }];
    }
    const bend = (node: DendrogramNode) => (node.segment === null ? node.height : Math.min(cut, height));
    const legs = [one, other].filter(({ segment, height: foot }) => segment !== null && foot < cut);
    return [
      ...legs.map(
        ({ at, height: foot, segment }): DendrogramLine => ({
          merge,
          segment,
          corners: [
            [at, foot],
            [at, Math.min(cut, height)],
          ],
        }),
      ),
      {
        merge,
        segment: null,
        corners: [
          [one.at, bend(one)],
          [one.at, height],
          [other.at, height],
          [other.at, bend(other)],
        ],
      },
    ];
  });
}
