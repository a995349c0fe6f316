// The loop of src/umap/move-in-plane.ts, operation for operation.

const PUSHES = 5;
const MAX_MOVE: f64 = 4;
/** See src/umap/force-table.ts. */
const STEP_BITS = 17;
const STEP_MASK = (1 << STEP_BITS) - 1;
const STEP_PART: f64 = 1.0 / 131072.0;
const LOW_BITS = (127 - 24) << 23;
const HIGH_BITS = ((127 + 24) << 23) - 1;

/**
 * Moves the rows `from` to `to` of a picture in the plane once along their edges that are due, and off rows drawn at random; answers the
 * state of the random numbers after it. `attraction` and `repulsion` are the columns of the table of forces.
 */
export function movePlane(
  begins: usize,
  ends: usize,
  every: usize,
  due: usize,
  places: usize,
  attraction: usize,
  repulsion: usize,
  rows: i32,
  from: i32,
  to: i32,
  epoch: f64,
  rate: f64,
  state: i32,
): i32 {
  const toRow = <f64>rows / 4294967296.0;
  let random = state;
  for (let i = from; i < to; i++) {
    const own = places + ((<usize>i) << 4);
    let x = load<f64>(own);
    let y = load<f64>(own, 8);
    const last = load<i32>(begins + ((<usize>i) << 2), 4);
    for (let e = load<i32>(begins + ((<usize>i) << 2)); e < last; e++) {
      const at = (<usize>e) << 3;
      const next = load<f64>(due + at);
      if (next > epoch) continue;
      store<f64>(due + at, next + load<f64>(every + at));
      const near = places + ((<usize>load<i32>(ends + ((<usize>e) << 2))) << 4);
      const ax = x - load<f64>(near);
      const ay = y - load<f64>(near, 8);
      const pull = lookUp(attraction, ax * ax + ay * ay);
      let mx = clip(pull * ax);
      let my = clip(pull * ay);
      store<f64>(near, load<f64>(near) - rate * mx);
      store<f64>(near, load<f64>(near, 8) - rate * my, 8);
      for (let push = 0; push < PUSHES; push++) {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        const other = places + ((<usize>(<i32>(<f64>(<u32>random) * toRow))) << 4);
        const dx = x - load<f64>(other);
        const dy = y - load<f64>(other, 8);
        const force = lookUp(repulsion, dx * dx + dy * dy);
        mx += clip(force * dx);
        my += clip(force * dy);
      }
      x += rate * mx;
      y += rate * my;
      store<f64>(own, x);
      store<f64>(own, y, 8);
    }
  }
  return random;
}

function lookUp(values: usize, square: f64): f64 {
  const asBits = reinterpret<i32>(<f32>square);
  const key = asBits < LOW_BITS ? LOW_BITS : asBits > HIGH_BITS ? HIGH_BITS : asBits;
  const at = values + ((<usize>((key - LOW_BITS) >> STEP_BITS)) << 3);
  const low = load<f64>(at);
  return low + (load<f64>(at, 8) - low) * (<f64>(key & STEP_MASK) * STEP_PART);
}

function clip(move: f64): f64 {
  return move > MAX_MOVE ? MAX_MOVE : move < -MAX_MOVE ? -MAX_MOVE : move;
}
