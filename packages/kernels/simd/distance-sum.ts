// Columns lie apart ("structure of arrays"): column j of point i is at `points + (j * stride + i) * 8`.

/** Sum of the distances from one point (d numbers at `point`) to the points from..to; two lanes, the odd one last in the first lane. */
export function distanceSum(point: usize, points: usize, stride: i32, columns: i32, from: i32, to: i32): f64 {
  let sums = f64x2.splat(0);
  let i = from;
  for (; i + 2 <= to; i += 2) {
    let squares = f64x2.splat(0);
    for (let j = 0; j < columns; j++) {
      const difference = f64x2.sub(
        v128.load(points + ((<usize>(j * stride + i)) << 3)),
        v128.load_splat<f64>(point + ((<usize>j) << 3)),
      );
      squares = f64x2.add(squares, f64x2.mul(difference, difference));
    }
    sums = f64x2.add(sums, f64x2.sqrt(squares));
  }
  let sum = f64x2.extract_lane(sums, 0);
  if (i < to) {
    let square: f64 = 0;
    for (let j = 0; j < columns; j++) {
      const difference = load<f64>(points + ((<usize>(j * stride + i)) << 3)) - load<f64>(point + ((<usize>j) << 3));
      square += difference * difference;
    }
    sum += sqrt(square);
  }
  return sum + f64x2.extract_lane(sums, 1);
}
