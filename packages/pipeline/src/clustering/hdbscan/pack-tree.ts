import type { HdbscanModel } from '@clientele/kernels';

const lists = [
  'points',
  'coreDistances',
  'clusterOf',
  'lambdas',
  'parents',
  'births',
  'labelOf',
  'deaths',
] as const satisfies readonly (keyof HdbscanModel)[];
const whole: ReadonlySet<string> = new Set(['clusterOf', 'parents', 'labelOf']);

/** The kernel's model as lists of numbers, its labels renamed to segments. */
export function packTree(model: HdbscanModel, ids: Int32Array): Record<string, number[]> {
  const packed = lists.map((name) => [name, Array.from(model[name])] as const);
  return {
    ...Object.fromEntries(packed),
    labelOf: Array.from(model.labelOf, (label) => (label < 0 ? -1 : (ids[label] ?? -1))),
  };
}

/** What {@link packTree} packed; null where a list is missing. */
export function unpackTree(
  tree: Record<string, number[]>,
  { columns, minSamples }: Pick<HdbscanModel, 'columns' | 'minSamples'>,
): HdbscanModel | null {
  if (lists.some((name) => tree[name] === undefined)) return null;
  const list = (name: string) => tree[name] ?? [];
  const unpacked = lists.map((name) => [
    name,
    whole.has(name) ? Int32Array.from(list(name)) : Float64Array.from(list(name)),
  ]);
  return { ...Object.fromEntries(unpacked), columns, minSamples } as HdbscanModel;
}
