import { describe, expect, it } from 'vitest';
import { flat, iris, mallCustomers, type Points, standardised } from '../testing/load-points.ts';
import { irisKmeans, mallSets, type PublishedPartition } from '../testing/published-partitions.ts';
import { adjustedRandIndex } from './agreement/pair-agreement.ts';
import { hdbscan } from './density/hdbscan.ts';
import { hierarchical } from './hierarchical/hierarchical.ts';
import { kmeans } from './kmeans/kmeans.ts';
import type { Covariance } from './mixture/components.ts';
import { gaussianMixture } from './mixture/gaussian-mixture.ts';
import { pca } from './projection/pca.ts';
import { calinskiHarabasz } from './quality/calinski-harabasz.ts';
import { daviesBouldin } from './quality/davies-bouldin.ts';
import { silhouette } from './quality/silhouette.ts';

// Figures that no other test of this package holds. From scikit-learn 1.9.1 and scipy 1.17.1, to all digits they give.
const DIGITS = 1e-10;

/** Three species, 50 rows each, one after the other. */
const species = Int32Array.from({ length: 150 }, (_, row) => Math.floor(row / 50));
const ascending = (sizes: Int32Array): number[] => Array.from(sizes).sort((a, b) => a - b);

function expectNear(found: number, known: number): void {
  expect(Math.abs(found - known), `${found} against ${known}`).toBeLessThanOrEqual(DIGITS * Math.abs(known));
}

function expectSeparation(
  data: Points,
  labels: Int32Array,
  known: Pick<PublishedPartition, 'silhouette' | 'daviesBouldin' | 'calinskiHarabasz'>,
): void {
  expectNear(silhouette(data.points, { ...data, labels }).mean, known.silhouette);
  expectNear(daviesBouldin(data.points, { ...data, labels }), known.daviesBouldin);
  expectNear(calinskiHarabasz(data.points, { ...data, labels }), known.calinskiHarabasz);
}

function expectKmeans(data: Points, known: PublishedPartition): void {
  const fit = kmeans(data.points, { ...data, clusters: known.clusters });
  if (known.isBeaten) {
    expect(fit.inertia).toBeLessThan(known.inertia);
    return;
  }
  expectNear(fit.inertia, known.inertia);
  expect(ascending(fit.sizes)).toEqual(known.sizes);
  expectSeparation(data, fit.labels, known);
  if (!Number.isNaN(known.agreement)) expectNear(adjustedRandIndex(fit.labels, species), known.agreement);
}

describe('published values of iris', () => {
  it.each(irisKmeans.raw)('k-means, k = $clusters', (known) => expectKmeans(iris(), known));
  it.each(irisKmeans.standardised)('k-means on z-scores, k = $clusters', (known) =>
    expectKmeans(standardised(iris()), known),
  );

  it('the species themselves', () => {
    expectSeparation(iris(), species, {
      silhouette: 0.5034774406932961,
      daviesBouldin: 0.7513707094756737,
      calinskiHarabasz: 487.33087637489984,
    });
  });

  it.each([
    ['ward', 0.7311985567707746, 0.5543236611296419, 0.6562564540642021, 558.0580408128307],
    ['average', 0.7591987071071522, 0.5541608580282851, 0.658444278322429, 556.8795419179529],
    ['complete', 0.6422512518362898, 0.5135953221192214, 0.6333339304359707, 485.9050227341817],
    ['single', 0.5637510205230709, 0.5121107753649307, 0.4471537628542408, 277.9946762646194],
  ] as const)('%s linkage cut into three', (linkage, agreement, silhouette, daviesBouldin, calinskiHarabasz) => {
    const data = iris();
    const { labels } = hierarchical(data.points, { ...data, linkage, clusters: 3 });
    expectNear(adjustedRandIndex(labels, species), agreement);
    expectSeparation(data, labels, { silhouette, daviesBouldin, calinskiHarabasz });
  });

  it.each([5, 10, 15])('HDBSCAN, minClusterSize %i', (minClusterSize) => {
    const data = iris();
    expectNear(
      adjustedRandIndex(hdbscan(data.points, { ...data, minClusterSize }).labels, species),
      0.5681159420289855,
    );
  });

  // Without the diagonal with k = 3, where ours ends higher: gaussian-mixture.test.ts.
  it.each<[Covariance, number, number]>([
    ['full', 2, 0.5681159420289855],
    ['full', 3, 0.9038742317748124],
    ['tied', 2, 0.5681159420289855],
    ['tied', 3, 0.9410122562924206],
    ['diagonal', 2, 0.5681159420289855],
    ['spherical', 2, 0.5681159420289855],
    ['spherical', 3, 0.7302382722834697],
  ])('mixture of Gaussians, %s, k = %i', (covariance, clusters, agreement) => {
    const data = iris();
    const { labels } = gaussianMixture(data.points, { ...data, clusters, covariance });
    expectNear(adjustedRandIndex(labels, species), agreement);
  });

  it('principal components', () => {
    const data = iris();
    const { ratio, components } = pca(data.points, { ...data, components: 4 });
    const ratios = [0.924618723201734, 0.05306648311706378, 0.017102609807927494, 0.005212183873274667];
    for (const [c, value] of ratios.entries()) expectNear(ratio[c], value);
    const loadings = [
      [0.3613865917853652, 0.08452251406457312, 0.856670605949836, 0.35828919715155155],
      [0.6565887712868261, 0.7301614347850451, 0.17337266279585106, 0.07548101991744255],
      [0.5820298513060405, 0.5979108301000163, 0.07623607582089942, 0.5458314320201871],
      [0.315487192904058, 0.3197231036662175, 0.47983898699464544, 0.7536574252639664],
    ].flat();
    for (const [p, value] of loadings.entries()) expectNear(Math.abs(components[p]), value);
  });

  it('principal components of z-scores', () => {
    const data = standardised(iris());
    const { variance, ratio } = pca(data.points, { ...data, components: 4 });
    const variances = [2.9380850501999958, 0.9201649041624861, 0.14774182104494818, 0.02085386217646197];
    for (const [c, value] of variances.entries()) expectNear(variance[c], value);
    const ratios = [0.7296244541329991, 0.22850761786701745, 0.036689218892828813, 0.005178709107154724];
    for (const [c, value] of ratios.entries()) expectNear(ratio[c], value);
  });
});

// scikit-learn's own test of an empty cluster; here no start can leave one empty.
it('two pairs of points, published centres', () => {
  const data = flat([
    [0, 0],
    [0.5, 0],
    [0.5, 1],
    [1, 1],
  ]);
  const fit = kmeans(data.points, { ...data, clusters: 2 });
  expect(Array.from(fit.centers)).toEqual([0.25, 0, 0.75, 1]);
  expectNear(fit.inertia, 0.25);
});

const customers = mallCustomers();

describe.skipIf(customers === null).each(mallSets)(
  'published values of the Mall customers: $columns, standardised $standardised',
  (known) => {
    const at = { gender: 1, age: 2, income: 3, score: 4 };
    const data = (): Points => {
      const numbers = (customers ?? []).map((cells) =>
        known.columns.map((column) => (column === 'gender' ? Number(cells[1] === 'Male') : Number(cells[at[column]]))),
      );
      return known.standardised ? standardised(flat(numbers)) : flat(numbers);
    };

    it.each(known.kmeans)('k-means, k = $clusters', (partition) => expectKmeans(data(), partition));

    it.each(known.ward)("Ward's tree cut into $clusters", (partition) => {
      const points = data();
      const { labels, sizes } = hierarchical(points.points, { ...points, linkage: 'ward', clusters: 5 });
      expect(ascending(sizes)).toEqual(partition.sizes);
      expectSeparation(points, labels, partition);
    });
  },
);
