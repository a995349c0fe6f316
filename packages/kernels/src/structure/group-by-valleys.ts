import { mergeInPlace, type ValleyEdge, type ValleyField, valleyEdge } from './valley-edges.ts';

/** Clusters joined where no valley parts them. */
export interface ValleyGroups {
  /** The group of each cluster, numbered in the order of the clusters. */
  groupOf: Int32Array;
  groups: number;
  /** Logarithm to base 10 of the combined p-value of all neighbouring groups (Fisher 1932): 0 where there is one group. */
  evidence: number;
  /** The same of the neighbouring clusters that were joined in the end, before any was; 0 where none was joined. */
  evidenceWithin: number;
  /** The two neighbouring groups that are parted least; null where there is one group. */
  weakest: ValleyEdge | null;
}

/**
 * Joins neighbouring clusters again and again, the two with the least valley first, until all that are left have a p-value below `level`.
 * What is joined is tested anew as one. The field is used up.
 */
export function groupByValleys(field: ValleyField, sizes: Float64Array, level: number): ValleyGroups {
  const { clusters, standing } = field;
  const groupOf = Int32Array.from({ length: clusters }, (_, c) => c);
  const edges = new Map<number, ValleyEdge>();
  const testInto = (a: number, b: number): void => {
    const edge = valleyEdge(field, a, b);
    if (edge === null) edges.delete(a * clusters + b);
    else edges.set(a * clusters + b, edge);
  };
  for (const b of standing) for (const a of standing) if (a < b) testInto(a, b);
  const first = [...edges.values()];
  for (;;) {
    const least = leastParted(edges.values(), level);
    if (least === null) break;
    const { a, b } = least;
    mergeInPlace(field, a, b, sizes);
    for (let c = 0; c < clusters; c++) {
      if (groupOf[c] === b) groupOf[c] = a;
      edges.delete(Math.min(b, c) * clusters + Math.max(b, c));
    }
    for (const d of standing) {
      for (const c of standing) {
        if (c < d && (c === a || d === a || !edges.has(c * clusters + d))) testInto(c, d);
      }
    }
  }
  const left = [...edges.values()];
  const weakest = left.reduce<ValleyEdge | null>(
    (least, edge) => (least === null || edge.pValue > least.pValue ? edge : least),
    null,
  );
  return {
    groupOf: groupOf.map((c) => standing.indexOf(c)),
    groups: standing.length,
    evidence: combined(left),
    evidenceWithin: combined(first.filter(({ a, b }) => groupOf[a] === groupOf[b])),
    weakest,
  };
}

function leastParted(edges: Iterable<ValleyEdge>, level: number): ValleyEdge | null {
  const depth = ({ dip, rows }: ValleyEdge): number => dip * Math.sqrt(rows);
  let least: ValleyEdge | null = null;
  for (const edge of edges) {
    if (edge.pValue >= level && (least === null || depth(edge) < depth(least))) least = edge;
  }
  return least;
}

/** Logarithm to base 10 of Fisher's combined p-value: the chi-squared tail with 2 x n degrees of freedom. */
function combined(edges: readonly ValleyEdge[]): number {
  const half = -edges.reduce((sum, { pValue }) => sum + Math.log(pValue), 0);
  let term = 1;
  let sum = 1;
  for (let i = 1; i < edges.length; i++) {
    term *= half / i;
    sum += term;
  }
  return Math.min(0, (Math.log(sum) - half) / Math.LN10);
}
