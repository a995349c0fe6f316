// Columns lie apart: column j of point i is at `points + (j * stride + i) * 8`. Runs are triples of i32: first position, count, cell;
// a run begins at an even position, and where its count is odd one position without meaning follows.

/** Rows of a strip at most. */
const STRIP = 64;

/**
 * Distances between a strip of block a and block b, each found once, summed by cell and added to the clusters' totals.
 * `sums` is room for countB x 64 numbers, `columnSums` for strideB; `totalsB` 0 adds to the rows of a only.
 * `targets` holds for each cell the row of its cluster in the totals for every partition.
 */
export function addDistances(
  columns: i32,
  a: usize,
  strideA: i32,
  runsA: usize,
  countA: i32,
  b: usize,
  strideB: i32,
  runsB: usize,
  countB: i32,
  targets: usize,
  partitions: i32,
  weights: usize,
  totalsA: usize,
  totalsB: usize,
  sums: usize,
  columnSums: usize,
): void {
  if (countA === 0 || countB === 0) return;
  const first = load<i32>(runsA);
  const fromB = load<i32>(runsB);
  const toB = endOf(runsB, countB);
  for (let r = 0; r < countA; r++) {
    const run = runsA + <usize>r * 12;
    const begin = load<i32>(run);
    const end = begin + load<i32>(run, 4);
    if (totalsB !== 0) memory.fill(columnSums + ((<usize>fromB) << 3), 0, (<usize>(toB - fromB)) << 3);
    const columnSumsOrNone = totalsB !== 0 ? columnSums : 0;
    const into = sums + ((<usize>(begin - first)) << 3);
    // Row after row against the same short run: the number of turns of the innermost loop stays the same and is well guessed.
    for (let other = 0; other < countB; other++) {
      const runB = runsB + <usize>other * 12;
      const sumsAt = into + <usize>(other * STRIP) * 8;
      if (columns === 3) sumThree(a, strideA, begin, end, b, strideB, runB, sumsAt, columnSumsOrNone);
      else if (columns === 2) sumTwo(a, strideA, begin, end, b, strideB, runB, sumsAt, columnSumsOrNone);
      else sumAny(columns, a, strideA, begin, end, b, strideB, runB, sumsAt, columnSumsOrNone);
    }
    if (totalsB !== 0) {
      addToClusters(columnSums, fromB, toB, load<i32>(run, 8), targets, partitions, weights, totalsB, strideB);
    }
  }
  const last = endOf(runsA, countA);
  for (let r = 0; r < countB; r++) {
    const source = sums + (<usize>r * STRIP - <usize>first) * 8;
    const cell = load<i32>(runsB + <usize>r * 12, 8);
    addToClusters(source, first, last, cell, targets, partitions, weights, totalsA, strideA);
  }
}

function endOf(runs: usize, count: i32): i32 {
  const last = runs + <usize>(count - 1) * 12;
  return load<i32>(last) + load<i32>(last, 4);
}

/** Adds weight x source to the totals of the cell's cluster in every partition, four partitions at a time. */
function addToClusters(
  source: usize,
  from: i32,
  to: i32,
  cell: i32,
  targets: usize,
  partitions: i32,
  weights: usize,
  totals: usize,
  stride: i32,
): void {
  const weight = v128.load_splat<f64>(weights + ((<usize>cell) << 3));
  const begin = (<usize>from) << 3;
  const end = (<usize>to) << 3;
  const across = (<usize>stride) << 3;
  let clusters = targets + ((<usize>(cell * partitions)) << 2);
  let l = 0;
  for (; l + 4 <= partitions; l += 4, clusters += 16) {
    const first = totals + <usize>load<i32>(clusters) * across;
    const second = totals + <usize>load<i32>(clusters, 4) * across;
    const third = totals + <usize>load<i32>(clusters, 8) * across;
    const fourth = totals + <usize>load<i32>(clusters, 12) * across;
    for (let at = begin; at < end; at += 16) {
      const value = f64x2.mul(weight, v128.load(source + at));
      addAt(first + at, value);
      addAt(second + at, value);
      addAt(third + at, value);
      addAt(fourth + at, value);
    }
  }
  for (; l < partitions; l++, clusters += 4) {
    const target = totals + <usize>load<i32>(clusters) * across;
    for (let at = begin; at < end; at += 16) addAt(target + at, f64x2.mul(weight, v128.load(source + at)));
  }
}

function squareOf(difference: v128): v128 {
  return f64x2.mul(difference, difference);
}

function firstLane(values: v128): v128 {
  return f64x2.replace_lane(values, 1, 0);
}

function laneSum(values: v128): f64 {
  return f64x2.extract_lane(values, 0) + f64x2.extract_lane(values, 1);
}

function addAt(at: usize, values: v128): void {
  v128.store(at, f64x2.add(v128.load(at), values));
}

function sumThree(
  a: usize,
  strideA: i32,
  begin: i32,
  end: i32,
  b: usize,
  strideB: i32,
  run: usize,
  into: usize,
  columnSums: usize,
): void {
  const from = (<usize>load<i32>(run)) << 3;
  const size = load<i32>(run, 4);
  const to = from + ((<usize>(size & ~1)) << 3);
  const by = b + ((<usize>strideB) << 3);
  const bz = by + ((<usize>strideB) << 3);
  for (let i = begin; i < end; i++, into += 8) {
    const point = a + ((<usize>i) << 3);
    const x = v128.load_splat<f64>(point);
    const y = v128.load_splat<f64>(point + ((<usize>strideA) << 3));
    const z = v128.load_splat<f64>(point + ((<usize>strideA) << 4));
    let sum = f64x2.splat(0);
    let at = from;
    for (; at < to; at += 16) {
      const distance = distanceOfThree(x, y, z, b + at, by + at, bz + at);
      sum = f64x2.add(sum, distance);
      if (columnSums !== 0) addAt(columnSums + at, distance);
    }
    if (size & 1) {
      const distance = distanceOfThree(x, y, z, b + at, by + at, bz + at);
      sum = f64x2.add(sum, firstLane(distance));
      if (columnSums !== 0) addAt(columnSums + at, distance);
    }
    store<f64>(into, laneSum(sum));
  }
}

function distanceOfThree(x: v128, y: v128, z: v128, bx: usize, by: usize, bz: usize): v128 {
  const dx = squareOf(f64x2.sub(x, v128.load(bx)));
  const dy = squareOf(f64x2.sub(y, v128.load(by)));
  const dz = squareOf(f64x2.sub(z, v128.load(bz)));
  return f64x2.sqrt(f64x2.add(f64x2.add(dx, dy), dz));
}

function sumTwo(
  a: usize,
  strideA: i32,
  begin: i32,
  end: i32,
  b: usize,
  strideB: i32,
  run: usize,
  into: usize,
  columnSums: usize,
): void {
  const from = (<usize>load<i32>(run)) << 3;
  const size = load<i32>(run, 4);
  const to = from + ((<usize>(size & ~1)) << 3);
  const by = b + ((<usize>strideB) << 3);
  for (let i = begin; i < end; i++, into += 8) {
    const point = a + ((<usize>i) << 3);
    const x = v128.load_splat<f64>(point);
    const y = v128.load_splat<f64>(point + ((<usize>strideA) << 3));
    let sum = f64x2.splat(0);
    let at = from;
    for (; at < to; at += 16) {
      const distance = distanceOfTwo(x, y, b + at, by + at);
      sum = f64x2.add(sum, distance);
      if (columnSums !== 0) addAt(columnSums + at, distance);
    }
    if (size & 1) {
      const distance = distanceOfTwo(x, y, b + at, by + at);
      sum = f64x2.add(sum, firstLane(distance));
      if (columnSums !== 0) addAt(columnSums + at, distance);
    }
    store<f64>(into, laneSum(sum));
  }
}

function distanceOfTwo(x: v128, y: v128, bx: usize, by: usize): v128 {
  return f64x2.sqrt(f64x2.add(squareOf(f64x2.sub(x, v128.load(bx))), squareOf(f64x2.sub(y, v128.load(by)))));
}

function sumAny(
  columns: i32,
  a: usize,
  strideA: i32,
  begin: i32,
  end: i32,
  b: usize,
  strideB: i32,
  run: usize,
  into: usize,
  columnSums: usize,
): void {
  const from = (<usize>load<i32>(run)) << 3;
  const size = load<i32>(run, 4);
  const to = from + ((<usize>(size & ~1)) << 3);
  for (let i = begin; i < end; i++, into += 8) {
    const point = a + ((<usize>i) << 3);
    let sum = f64x2.splat(0);
    let at = from;
    for (; at < to; at += 16) {
      const distance = distanceOfAny(columns, point, strideA, b + at, strideB);
      sum = f64x2.add(sum, distance);
      if (columnSums !== 0) addAt(columnSums + at, distance);
    }
    if (size & 1) {
      const distance = distanceOfAny(columns, point, strideA, b + at, strideB);
      sum = f64x2.add(sum, firstLane(distance));
      if (columnSums !== 0) addAt(columnSums + at, distance);
    }
    store<f64>(into, laneSum(sum));
  }
}

function distanceOfAny(columns: i32, point: usize, strideA: i32, other: usize, strideB: i32): v128 {
  let squares = squareOf(f64x2.sub(v128.load_splat<f64>(point), v128.load(other)));
  for (let j = 1; j < columns; j++) {
    point += (<usize>strideA) << 3;
    other += (<usize>strideB) << 3;
    squares = f64x2.add(squares, squareOf(f64x2.sub(v128.load_splat<f64>(point), v128.load(other))));
  }
  return f64x2.sqrt(squares);
}

/**
 * Silhouettes in every partition of the rows of some runs, from their totals: `values` is partitions x stride. `sizes` holds the rows of
 * every cluster, `begins` the first cluster of each partition and the end of the last. One lane: it is compiled for its first call.
 */
export function silhouettes(
  runs: usize,
  count: i32,
  targets: usize,
  partitions: i32,
  weights: usize,
  sizes: usize,
  begins: usize,
  totals: usize,
  stride: i32,
  values: usize,
): void {
  for (let r = 0; r < count; r++, runs += 12) {
    const from = load<i32>(runs);
    const to = from + load<i32>(runs, 4);
    const cell = load<i32>(runs, 8);
    const weight = load<f64>(weights + ((<usize>cell) << 3));
    for (let l = 0; l < partitions; l++) {
      const own = load<i32>(targets + ((<usize>(cell * partitions + l)) << 2));
      const size = load<f64>(sizes + ((<usize>own) << 3));
      const others = size - weight;
      const begin = load<i32>(begins + ((<usize>l) << 2));
      const end = load<i32>(begins + ((<usize>l) << 2), 4);
      for (let i = from; i < to; i++) {
        let nearest = Infinity;
        for (let c = begin; c < end; c++) {
          if (c === own) continue;
          const mean = load<f64>(totals + ((<usize>(c * stride + i)) << 3)) / load<f64>(sizes + ((<usize>c) << 3));
          if (mean < nearest) nearest = mean;
        }
        let value: f64 = 0;
        if (others > size * 1e-9) {
          const mean = load<f64>(totals + ((<usize>(own * stride + i)) << 3)) / others;
          const larger = mean > nearest ? mean : nearest;
          if (larger > 0) value = (nearest - mean) / larger;
        }
        store<f64>(values + ((<usize>(l * stride + i)) << 3), value);
      }
    }
  }
}
