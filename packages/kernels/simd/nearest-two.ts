/** What the last search left: squared distances to the nearest and the second nearest centre. */
export let nearestSquare: f64 = 0;
export let secondSquare: f64 = 0;

/**
 * Puts k row-major centres two by two: the columns of centres 2p and 2p + 1 lie next to each other at `packed + (p * d + j) * 16`.
 * An odd last one is paired with a centre infinitely far away.
 */
export function packCenters(centers: usize, clusters: i32, columns: i32, packed: usize): void {
  const half = (clusters + 1) >> 1;
  for (let p = 0; p < half; p++) {
    for (let j = 0; j < columns; j++) {
      const at = packed + ((<usize>(p * columns + j)) << 4);
      store<f64>(at, load<f64>(centers + ((<usize>(2 * p * columns + j)) << 3)));
      const isThere = 2 * p + 1 < clusters;
      store<f64>(at, isThere ? load<f64>(centers + ((<usize>((2 * p + 1) * columns + j)) << 3)) : Infinity, 8);
    }
  }
}

/** The nearest of the packed centres to one point, the lowest number among equals; the squares are left in the variables above. */
export function nearestTwo(point: usize, packed: usize, clusters: i32, columns: i32): i32 {
  const end = packed + ((<usize>(((clusters + 1) >> 1) * columns)) << 4);
  let least = f64x2.splat(Infinity);
  let runner = least;
  let index = f64x2(0, 1);
  let leastAt = index;
  const two = f64x2.splat(2);
  if (columns === 3) {
    const x = v128.load_splat<f64>(point);
    const y = v128.load_splat<f64>(point, 8);
    const z = v128.load_splat<f64>(point, 16);
    for (let at = packed; at < end; at += 48) {
      const dx = f64x2.sub(x, v128.load(at));
      const dy = f64x2.sub(y, v128.load(at, 16));
      const dz = f64x2.sub(z, v128.load(at, 32));
      const square = f64x2.add(f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy)), f64x2.mul(dz, dz));
      leastAt = v128.bitselect(index, leastAt, f64x2.lt(square, least));
      runner = f64x2.pmin(runner, f64x2.pmax(square, least));
      least = f64x2.pmin(least, square);
      index = f64x2.add(index, two);
    }
  } else if (columns === 2) {
    const x = v128.load_splat<f64>(point);
    const y = v128.load_splat<f64>(point, 8);
    for (let at = packed; at < end; at += 32) {
      const dx = f64x2.sub(x, v128.load(at));
      const dy = f64x2.sub(y, v128.load(at, 16));
      const square = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy));
      leastAt = v128.bitselect(index, leastAt, f64x2.lt(square, least));
      runner = f64x2.pmin(runner, f64x2.pmax(square, least));
      least = f64x2.pmin(least, square);
      index = f64x2.add(index, two);
    }
  } else {
    const last = point + ((<usize>columns) << 3);
    for (let at = packed; at < end; ) {
      let square = f64x2.splat(0);
      for (let p = point; p < last; p += 8) {
        const difference = f64x2.sub(v128.load_splat<f64>(p), v128.load(at));
        square = f64x2.add(square, f64x2.mul(difference, difference));
        at += 16;
      }
      leastAt = v128.bitselect(index, leastAt, f64x2.lt(square, least));
      runner = f64x2.pmin(runner, f64x2.pmax(square, least));
      least = f64x2.pmin(least, square);
      index = f64x2.add(index, two);
    }
  }
  const even = f64x2.extract_lane(least, 0);
  const odd = f64x2.extract_lane(least, 1);
  const evenAt = f64x2.extract_lane(leastAt, 0);
  const oddAt = f64x2.extract_lane(leastAt, 1);
  if (odd < even || (odd === even && oddAt < evenAt)) {
    const other = f64x2.extract_lane(runner, 1);
    nearestSquare = odd;
    secondSquare = even < other ? even : other;
    return <i32>oddAt;
  }
  const other = f64x2.extract_lane(runner, 0);
  nearestSquare = even;
  secondSquare = odd < other ? odd : other;
  return <i32>evenAt;
}
