import { describe, expect, it } from 'vitest';
import { flat, iris, mallCustomers, type Points, standardised } from '../../testing/load-points.ts';
import { clouds } from '../../testing/made-points.ts';
import { silhouette } from '../quality/silhouette.ts';
import type { Linkage } from './dendrogram.ts';
import { hierarchical } from './hierarchical.ts';
import { linkage } from './linkage.ts';
import { linkageFromDistances } from './linkage-from-distances.ts';

/** Rows of a, b, height and size, as scipy prints a tree. */
type Row = [number, number, number, number];

const pair: Row[] = [
  [2, 5, 138, 2],
  [3, 4, 219, 2],
];

// scipy's test data: distances of Italian cities; values from scipy 1.18, met to 1e-9.
const cities = Float64Array.of(662, 877, 255, 412, 996, 295, 468, 268, 400, 754, 564, 138, 219, 869, 669);
const cityTrees: [Parameters<typeof linkageFromDistances>[1]['linkage'], Row[]][] = [
  [
    'single',
    [
      [0, 7, 255, 3],
      [1, 8, 268, 4],
      [6, 9, 295, 6],
    ],
  ],
  [
    'complete',
    [
      [1, 6, 400, 3],
      [0, 7, 412, 3],
      [8, 9, 996, 6],
    ],
  ],
  [
    'average',
    [
      [0, 7, 333.5, 3],
      [1, 6, 347.5, 3],
      [8, 9, 680.7777777777777, 6],
    ],
  ],
  [
    'weighted',
    [
      [0, 7, 333.5, 3],
      [1, 6, 347.5, 3],
      [8, 9, 670.125, 6],
    ],
  ],
  [
    'ward',
    [
      [0, 7, 374.8675321585835, 3],
      [1, 6, 397.91372599262434, 3],
      [8, 9, 1159.133584478798, 6],
    ],
  ],
  [
    'centroid',
    [
      [0, 7, 324.64480590331334, 3],
      [1, 6, 344.603395224133, 3],
      [8, 9, 669.2260870255699, 6],
    ],
  ],
  [
    'median',
    [
      [0, 7, 324.64480590331334, 3],
      [1, 6, 344.603395224133, 3],
      [8, 9, 657.4431059034691, 6],
    ],
  ],
];

// Six points of scipy's test data; values from scipy 1.18, met to 1e-9. The first three merges are the same for all.
const six = flat([
  [1.43054825, -7.5693489],
  [6.95887839, 6.82293382],
  [2.87137846, -9.68248579],
  [7.87974764, -6.05485803],
  [8.24018364, -6.09495602],
  [7.39020262, 8.54004355],
]);
const sixStart: Row[] = [
  [3, 4, 0.36265956336217037, 2],
  [1, 5, 1.7704537317438616, 2],
  [0, 2, 2.5576041933668145, 2],
];
const sixTops: [Parameters<typeof linkageFromDistances>[1]['linkage'], number, number][] = [
  ['single', 6.184128476050322, 12.910674773516758],
  ['complete', 6.967421941388015, 18.77445997455481],
  ['average', 6.558328387384767, 15.440896045838562],
  ['weighted', 6.558328387384767, 15.440896045838562],
  ['ward', 9.102083460052617, 24.778437900202334],
  ['centroid', 6.43614493752912, 15.173632369683894],
  ['median', 6.43614493752912, 15.173632369683894],
];

const rowsOf = ({ merges, heights, sizes }: ReturnType<typeof linkage>): Row[] =>
  Array.from(heights, (height, m) => [merges[2 * m], merges[2 * m + 1], height, sizes[m]]);

function expectRows(tree: ReturnType<typeof linkage>, expected: Row[]): void {
  const found = rowsOf(tree);
  expect(found.map(([a, b, , size]) => [a, b, size])).toEqual(expected.map(([a, b, , size]) => [a, b, size]));
  found.forEach(([, , height], m) => {
    expect(Math.abs(height / expected[m][2] - 1)).toBeLessThan(1e-9);
  });
}

function condensed({ points, rows, columns }: Points): Float64Array {
  const distances: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      const differences = Array.from({ length: columns }, (_, c) => points[i * columns + c] - points[j * columns + c]);
      distances.push(Math.hypot(...differences));
    }
  }
  return Float64Array.from(distances);
}

describe('linkage', () => {
  it('is worked by hand on a line', () => {
    const points = Float64Array.of(0, 1, 5, 7);
    const shape = { rows: 4, columns: 1 };
    const start: Row[] = [
      [0, 1, 1, 2],
      [2, 3, 2, 2],
    ];
    // The means are 0.5 and 6: sqrt(2 x 2 x 2 / 4) x 5.5.
    expectRows(linkage(points, shape), [...start, [4, 5, Math.sqrt(2) * 5.5, 4]]);
    expectRows(linkage(points, { ...shape, linkage: 'average' }), [...start, [4, 5, 5.5, 4]]);
    expectRows(linkage(points, { ...shape, linkage: 'complete' }), [...start, [4, 5, 7, 4]]);
    expectRows(linkage(points, { ...shape, linkage: 'single' }), [...start, [4, 5, 4, 4]]);
  });

  it.each(cityTrees)('meets scipy on distances of cities, %s', (linkage, tops) => {
    expectRows(linkageFromDistances(cities, { rows: 6, linkage }), [...pair, ...tops]);
  });

  it.each(sixTops)('meets scipy on six points, %s', (method, fourth, fifth) => {
    const expected: Row[] = [...sixStart, [6, 8, fourth, 4], [7, 9, fifth, 6]];
    expectRows(linkageFromDistances(condensed(six), { rows: 6, linkage: method }), expected);
    if (method === 'weighted' || method === 'centroid' || method === 'median') return;
    expectRows(linkage(six.points, { ...six, linkage: method }), expected);
  });
});

describe('hierarchical', () => {
  // scikit-learn 1.9.1 and scipy 1.18 on raw iris, 3 clusters; true species make the agreement.
  const species = Int32Array.from({ length: 150 }, (_, i) => Math.floor(i / 50));
  it.each<[Linkage, number[], number, number, number[]]>([
    [
      'ward',
      [36, 50, 64],
      0.5543236611296419,
      0.7311985567707746,
      [3.828052620290243, 4.847708507921838, 6.399406819518539, 12.300396052792589, 32.44760699959244],
    ],
    [
      'average',
      [36, 50, 64],
      0.5541608580282851,
      0.7591987071071522,
      [1.3141878740166033, 1.3809937393292773, 1.7855664820227883, 1.9636140862746496, 4.062682686118029],
    ],
    [
      'complete',
      [28, 50, 72],
      0.5135953221192214,
      0.6422512518362898,
      [2.2360679774997894, 2.428991560298224, 3.2109188716004646, 4.024922359499621, 7.085195833567341],
    ],
    [
      'single',
      [2, 50, 98],
      0.5121107753649307,
      0.5637510205230709,
      [0.6324555320336759, 0.6480740698407862, 0.7348469228349535, 0.818535277187245, 1.6401219466856727],
    ],
  ])('meets iris, %s', (linkage, sizes, mean, ari, last) => {
    const data = iris();
    const fit = hierarchical(data.points, { ...data, linkage, clusters: 3 });
    expect(Array.from(fit.sizes).sort((a, b) => a - b)).toEqual(sizes);
    expect(silhouette(data.points, { ...data, labels: fit.labels }).mean).toBeCloseTo(mean, 9);
    expect(adjustedRand(fit.labels, species)).toBeCloseTo(ari, 9);
    Array.from(fit.dendrogram.heights.slice(-5)).forEach((height, i) => {
      expect(height).toBeCloseTo(last[i], 9);
    });
    expect(fit.cutHeight).toBeCloseTo((last[2] + last[3]) / 2, 9);
  });

  const mall = mallCustomers();
  // scikit-learn 1.9.1, Ward, 5 clusters.
  it.skipIf(mall === null).each<[string, number[], boolean, number[], number]>([
    ['income, score', [3, 4], false, [21, 23, 32, 39, 85], 0.5529945955148897],
    ['income, score', [3, 4], true, [21, 23, 32, 39, 85], 0.5538089226688662],
    ['age, score', [2, 4], false, [24, 26, 40, 53, 57], 0.40374071753059787],
    ['age, income, score', [2, 3, 4], false, [20, 23, 35, 39, 83], 0.4401889024290193],
    ['age, income, score', [2, 3, 4], true, [22, 28, 39, 45, 66], 0.39002826186267214],
    ['gender, age, income, score', [1, 2, 3, 4], true, [29, 33, 38, 39, 61], 0.28699413201651747],
    ['gender, age, income, score', [1, 2, 3, 4], false, [20, 23, 35, 39, 83], 0.43997527212476695],
  ])('meets Mall, %s', (_, columns, isScaled, sizes, mean) => {
    const cells = (mall ?? []).map((row) => columns.map((c) => (c === 1 ? Number(row[c] === 'Male') : Number(row[c]))));
    const data = isScaled ? standardised(flat(cells)) : flat(cells);
    const fit = hierarchical(data.points, { ...data, clusters: 5 });
    expect(Array.from(fit.sizes).sort((a, b) => a - b)).toEqual(sizes);
    expect(silhouette(data.points, { ...data, labels: fit.labels }).mean).toBeCloseTo(mean, 9);
  });

  it('finds what clouds were made of', () => {
    const data = clouds(3_000, 3, 4, 2);
    const { sizes, agreement, clusters } = hierarchical(data.points, { ...data, clusters: 4 });
    expect(clusters).toBe(4);
    expect(Array.from(sizes).reduce((a, b) => a + b)).toBe(3_000);
    expect(agreement).toBeGreaterThan(0.9);
  });
});

/** Hubert and Arabie 1985. */
function adjustedRand(a: Int32Array, b: Int32Array): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const tally = (keys: string[]): number => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  };
  const both = tally(Array.from(a, (label, i) => `${label} ${b[i]}`));
  const inA = tally(Array.from(a, String));
  const inB = tally(Array.from(b, String));
  const expected = (inA * inB) / pairs(a.length);
  return (both - expected) / ((inA + inB) / 2 - expected);
}
