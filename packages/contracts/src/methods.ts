export const methods = [
  'kmeans',
  'minibatch',
  'ward',
  'average',
  'complete',
  'single',
  'gmm',
  'kprototypes',
  'dbscan',
  'hdbscan',
  'rfm',
] as const;
export type Method = (typeof methods)[number];

export const linkages = ['ward', 'average', 'complete', 'single'] as const;
/** How far apart two groups are said to be when they are merged. */
export type Linkage = (typeof linkages)[number];

/** Whether a method is one of the hierarchical ones, which have a dendrogram. */
export function isLinkage(method: Method): method is Linkage {
  return (linkages as readonly string[]).includes(method);
}

/** One parameter of the methods: it validates, documents, and makes the form on the screen and the flag of the command. */
export interface Parameter {
  label: string;
  type: 'integer' | 'number' | 'choice';
  /** Of a number; both ends included. */
  range?: { min: number; max: number };
  /** A word that may stand in the place of a number. */
  word?: 'auto' | 'none';
  choices?: readonly string[];
  default: number | string;
  /** One line. */
  meaning: string;
}

const smallestNumber = 1e-9;

/** Every parameter of every method, each once. */
export const parameters = {
  k: {
    label: 'Segments (k)',
    type: 'integer',
    range: { min: 2, max: 50 },
    word: 'auto',
    default: 'auto',
    meaning: 'number of segments; auto tries a range of k and takes the recommended one',
  },
  fromK: {
    label: 'Try from',
    type: 'integer',
    range: { min: 2, max: 50 },
    default: 2,
    meaning: 'smallest k that auto tries',
  },
  toK: { label: 'to', type: 'integer', range: { min: 2, max: 50 }, default: 10, meaning: 'largest k that auto tries' },
  starts: {
    label: 'Starts',
    type: 'integer',
    range: { min: 1, max: 1000 },
    default: 10,
    meaning: 'independent starts; the best is kept',
  },
  batchRows: {
    label: 'Customers a batch',
    type: 'integer',
    range: { min: 64, max: 1_000_000 },
    default: 4096,
    meaning: 'customers that one step of mini-batch k-means sees',
  },
  height: {
    label: 'Cut at height',
    type: 'number',
    range: { min: smallestNumber, max: 1e300 },
    word: 'none',
    default: 'none',
    meaning: 'cut the dendrogram at this height instead of into k segments',
  },
  covariance: {
    label: 'Covariance',
    type: 'choice',
    choices: ['auto', 'full', 'tied', 'diagonal', 'spherical'],
    default: 'full',
    meaning: 'shape of the components; auto takes the one with the lowest BIC',
  },
  gamma: {
    label: 'Weight of categories',
    type: 'number',
    range: { min: 0, max: 1e6 },
    word: 'auto',
    default: 'auto',
    meaning:
      'what a differing category counts beside squared differences of numbers; auto is half the mean standard deviation',
  },
  eps: {
    label: 'Radius (eps)',
    type: 'number',
    range: { min: smallestNumber, max: 1e300 },
    word: 'auto',
    default: 'auto',
    meaning:
      'customers this near are neighbours, in prepared units; auto takes the knee of the distances to neighbours',
  },
  minClusterSize: {
    label: 'Smallest segment',
    type: 'integer',
    range: { min: 2, max: 10_000_000 },
    word: 'auto',
    default: 'auto',
    meaning: 'fewest customers that make a segment; auto is 1% of them, at least 5',
  },
  minSamples: {
    label: 'Neighbours (min samples)',
    type: 'integer',
    range: { min: 1, max: 10_000 },
    word: 'auto',
    default: 'auto',
    meaning:
      'customers, the own one counted, that make a place dense; auto follows the features or the smallest segment',
  },
  selection: {
    label: 'Selection',
    type: 'choice',
    choices: ['eom', 'leaf'],
    default: 'eom',
    meaning: 'which groups of the tree become segments: the most persistent (eom) or the finest (leaf)',
  },
  seed: {
    label: 'Seed',
    type: 'integer',
    range: { min: 0, max: 4_294_967_295 },
    default: 1,
    meaning: 'the same seed gives the same answer',
  },
} as const satisfies Record<string, Parameter>;
export type ParameterName = keyof typeof parameters;

/** What is said of a method wherever it is offered. */
export interface MethodInfo {
  label: string;
  family: 'Centres' | 'Hierarchical' | 'Mixture' | 'Density' | 'Scores';
  /** One line: what it does and when to take it. */
  summary: string;
  /** True of a method that makes sense only with a category among the features. */
  needsCategory?: true;
  /** In the order of the form. */
  parameters: readonly ParameterName[];
}

const overK = ['k', 'fromK', 'toK'] as const;

/** Every method, in the order of the menus. */
export const methodTable: Record<Method, MethodInfo> = {
  kmeans: {
    label: 'k-means',
    family: 'Centres',
    summary: 'k centres, each customer to the nearest: round groups of like spread, fast at any size',
    parameters: [...overK, 'starts', 'seed'],
  },
  minibatch: {
    label: 'Mini-batch k-means',
    family: 'Centres',
    summary: 'k-means that sees the customers in small batches: near its result at less cost, for millions',
    parameters: [...overK, 'batchRows', 'starts', 'seed'],
  },
  ward: {
    label: 'Hierarchical, Ward',
    family: 'Hierarchical',
    summary: 'merges the two groups that add the least variance, again and again: compact groups and a dendrogram',
    parameters: [...overK, 'height'],
  },
  average: {
    label: 'Hierarchical, average',
    family: 'Hierarchical',
    summary: 'merges by the mean distance between customers: groups of uneven size, outliers apart',
    parameters: [...overK, 'height'],
  },
  complete: {
    label: 'Hierarchical, complete',
    family: 'Hierarchical',
    summary: 'merges by the largest distance between customers: groups of like width',
    parameters: [...overK, 'height'],
  },
  single: {
    label: 'Hierarchical, single',
    family: 'Hierarchical',
    summary: 'merges by the smallest distance: long chains, and outliers stay alone',
    parameters: [...overK, 'height'],
  },
  gmm: {
    label: 'Gaussian mixture',
    family: 'Mixture',
    summary: 'k normal distributions of their own size and slant: soft membership, k by BIC',
    parameters: [...overK, 'covariance', 'starts', 'seed'],
  },
  kprototypes: {
    label: 'k-prototypes',
    family: 'Centres',
    summary: 'k-means for numbers and categories together: means of the ones, most frequent values of the others',
    needsCategory: true,
    parameters: [...overK, 'gamma', 'starts', 'seed'],
  },
  dbscan: {
    label: 'DBSCAN',
    family: 'Density',
    summary: 'dense places of any shape at one scale; whoever is in none is in no segment',
    parameters: ['eps', 'minSamples'],
  },
  hdbscan: {
    label: 'HDBSCAN',
    family: 'Density',
    summary: 'dense places at every scale, with a strength of membership; whoever is in none is in no segment',
    parameters: ['minClusterSize', 'minSamples', 'selection'],
  },
  rfm: {
    label: 'RFM scores',
    family: 'Scores',
    summary:
      'scores of recency, frequency and monetary, and named groups on their grid: eleven, a published set, or your own',
    parameters: [],
  },
};

/** Whether a method is given its number of segments, so that k can be chosen for it. */
export function takesK(method: Method): boolean {
  return methodTable[method].parameters.includes('k');
}
