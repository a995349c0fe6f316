// Sums of distances from a small group of points to all points of a tree. Columns lie apart, in the group (STRIDE apart) and in the tree.
// A node's record: points, radius, mean (d), half the trace of its scatter, half its scatter (upper triangle, off the diagonal doubled);
// its links: first child (0 for a leaf), first point, one past the last.

/** Points of a group at most. */
const STRIDE = 64;

/** Adds to `sums` what lies in the tree; answers how much work that was, in pairs. `stack` is room for node numbers. */
export function addTree(
  columns: i32,
  group: usize,
  count: i32,
  centre: usize,
  radius: f64,
  records: usize,
  links: usize,
  points: usize,
  stride: i32,
  angle: f64,
  stack: usize,
  sums: usize,
): f64 {
  const recordBytes = (<usize>(3 + columns + ((columns * (columns + 1)) >> 1))) << 3;
  let work: f64 = 0;
  let depth = 1;
  store<i32>(stack, 0);
  while (depth > 0) {
    depth--;
    const node = load<i32>(stack + ((<usize>depth) << 2));
    const record = records + <usize>node * recordBytes;
    let square: f64 = 0;
    for (let j = 0; j < columns; j++) {
      const difference = load<f64>(centre + ((<usize>j) << 3)) - load<f64>(record + ((<usize>j) << 3), 16);
      square += difference * difference;
    }
    const gap = sqrt(square) * 0.999999999999 - radius;
    const link = links + <usize>node * 12;
    const child = load<i32>(link);
    if (gap > 0 && load<f64>(record, 8) < angle * gap) {
      if (columns === 3) addNodeOfThree(group, count, record, sums);
      else addNode(columns, group, count, record, sums);
      work += <f64>(count * 2);
    } else if (child === 0) {
      const from = load<i32>(link, 4);
      // Equal points are one point many times.
      const copies: f64 = load<f64>(record, 8) === 0 ? load<f64>(record) : 1;
      const to = copies > 1 ? from + 1 : load<i32>(link, 8);
      if (columns === 3) addPointsOfThree(group, count, points, stride, from, to, copies, sums);
      else addPoints(columns, group, count, points, stride, from, to, copies, sums);
      work += <f64>(count * (to - from));
    } else {
      store<i32>(stack + ((<usize>depth) << 2), child + 1);
      store<i32>(stack + ((<usize>depth) << 2), child, 4);
      depth += 2;
    }
  }
  return work;
}

function squareOf(difference: v128): v128 {
  return f64x2.mul(difference, difference);
}

function addAt(at: usize, values: v128): void {
  v128.store(at, f64x2.add(v128.load(at), values));
}

/** The second-order expansion of the sum of distances about the node's mean. */
function expansion(record: usize, columns: i32, square: v128, curve: v128): v128 {
  const distance = f64x2.sqrt(square);
  const inverse = f64x2.div(f64x2.splat(1), distance);
  const trace = v128.load_splat<f64>(record + ((<usize>(2 + columns)) << 3));
  const bent = f64x2.sub(trace, f64x2.mul(curve, f64x2.mul(inverse, inverse)));
  return f64x2.add(f64x2.mul(v128.load_splat<f64>(record), distance), f64x2.mul(inverse, bent));
}

function addNodeOfThree(group: usize, count: i32, record: usize, sums: usize): void {
  const mx = v128.load_splat<f64>(record, 16);
  const my = v128.load_splat<f64>(record, 24);
  const mz = v128.load_splat<f64>(record, 32);
  const xx = v128.load_splat<f64>(record, 48);
  const xy = v128.load_splat<f64>(record, 56);
  const xz = v128.load_splat<f64>(record, 64);
  const yy = v128.load_splat<f64>(record, 72);
  const yz = v128.load_splat<f64>(record, 80);
  const zz = v128.load_splat<f64>(record, 88);
  for (let i = 0; i < count; i += 2) {
    const at = group + ((<usize>i) << 3);
    const x = f64x2.sub(v128.load(at), mx);
    const y = f64x2.sub(v128.load(at, STRIDE * 8), my);
    const z = f64x2.sub(v128.load(at, STRIDE * 16), mz);
    const square = f64x2.add(f64x2.add(squareOf(x), squareOf(y)), squareOf(z));
    let curve = f64x2.add(f64x2.mul(xx, f64x2.mul(x, x)), f64x2.mul(xy, f64x2.mul(x, y)));
    curve = f64x2.add(curve, f64x2.mul(xz, f64x2.mul(x, z)));
    curve = f64x2.add(curve, f64x2.mul(yy, f64x2.mul(y, y)));
    curve = f64x2.add(curve, f64x2.mul(yz, f64x2.mul(y, z)));
    curve = f64x2.add(curve, f64x2.mul(zz, f64x2.mul(z, z)));
    addAt(sums + ((<usize>i) << 3), expansion(record, 3, square, curve));
  }
}

function addNode(columns: i32, group: usize, count: i32, record: usize, sums: usize): void {
  for (let i = 0; i < count; i += 2) {
    const at = group + ((<usize>i) << 3);
    let square = f64x2.splat(0);
    let curve = f64x2.splat(0);
    let scatter = record + ((<usize>(3 + columns)) << 3);
    for (let j = 0; j < columns; j++) {
      const x = f64x2.sub(
        v128.load(at + <usize>(j * STRIDE * 8)),
        v128.load_splat<f64>(record + ((<usize>j) << 3), 16),
      );
      square = f64x2.add(square, squareOf(x));
      for (let k = j; k < columns; k++, scatter += 8) {
        const y = f64x2.sub(
          v128.load(at + <usize>(k * STRIDE * 8)),
          v128.load_splat<f64>(record + ((<usize>k) << 3), 16),
        );
        curve = f64x2.add(curve, f64x2.mul(v128.load_splat<f64>(scatter), f64x2.mul(x, y)));
      }
    }
    addAt(sums + ((<usize>i) << 3), expansion(record, columns, square, curve));
  }
}

function addPointsOfThree(
  group: usize,
  count: i32,
  points: usize,
  stride: i32,
  from: i32,
  to: i32,
  copies: f64,
  sums: usize,
): void {
  const times = f64x2.splat(copies);
  const across = (<usize>stride) << 3;
  for (let p = from; p < to; p++) {
    const other = points + ((<usize>p) << 3);
    const px = v128.load_splat<f64>(other);
    const py = v128.load_splat<f64>(other + across);
    const pz = v128.load_splat<f64>(other + 2 * across);
    for (let i = 0; i < count; i += 2) {
      const at = group + ((<usize>i) << 3);
      const x = squareOf(f64x2.sub(v128.load(at), px));
      const y = squareOf(f64x2.sub(v128.load(at, STRIDE * 8), py));
      const z = squareOf(f64x2.sub(v128.load(at, STRIDE * 16), pz));
      addAt(sums + ((<usize>i) << 3), f64x2.mul(times, f64x2.sqrt(f64x2.add(f64x2.add(x, y), z))));
    }
  }
}

function addPoints(
  columns: i32,
  group: usize,
  count: i32,
  points: usize,
  stride: i32,
  from: i32,
  to: i32,
  copies: f64,
  sums: usize,
): void {
  const times = f64x2.splat(copies);
  for (let p = from; p < to; p++) {
    const other = points + ((<usize>p) << 3);
    for (let i = 0; i < count; i += 2) {
      const at = group + ((<usize>i) << 3);
      let square = f64x2.splat(0);
      for (let j = 0; j < columns; j++) {
        const mine = v128.load(at + <usize>(j * STRIDE * 8));
        const difference = f64x2.sub(mine, v128.load_splat<f64>(other + ((<usize>(j * stride)) << 3)));
        square = f64x2.add(square, squareOf(difference));
      }
      addAt(sums + ((<usize>i) << 3), f64x2.mul(times, f64x2.sqrt(square)));
    }
  }
}
