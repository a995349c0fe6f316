import { nearestSquare, nearestTwo, packCenters, secondSquare } from './nearest-two';

// The loops of src/kmeans/lloyd-bounded.ts, move-single-points.ts and seed-centers.ts over one problem, operation for operation.
// Points are row-major. Everything by cluster lies behind `centers`: see layOut in src/kmeans/compiled.ts.
let points: usize = 0;
let weights: usize = 0;
let rows: i32 = 0;
let columns: i32 = 0;
let clusters: i32 = 0;
let labels: usize = 0;
let gap: usize = 0;
let lower: usize = 0;
let centers: usize = 0;
let baseMass: usize = 0;
let baseSums: usize = 0;
let mass: usize = 0;
let sums: usize = 0;
let approach: usize = 0;
let drift: usize = 0;
let moved: usize = 0;
let origin: usize = 0;
let packed: usize = 0;
let rounding: f64 = 0;
let reach: f64 = 0;
let isPart: bool = false;

/** Says where the problem lies. */
export function kmeansBind(
  pointsAt: usize,
  weightsAt: usize,
  rowCount: i32,
  columnCount: i32,
  clusterCount: i32,
  labelsAt: usize,
  gapAt: usize,
  lowerAt: usize,
  centersAt: usize,
): void {
  points = pointsAt;
  weights = weightsAt;
  rows = rowCount;
  columns = columnCount;
  clusters = clusterCount;
  labels = labelsAt;
  gap = gapAt;
  lower = lowerAt;
  const line = (<usize>clusters) << 3;
  const block = line * <usize>columns;
  centers = centersAt;
  baseMass = centers + block;
  baseSums = baseMass + line;
  mass = baseSums + block;
  sums = mass + line;
  approach = sums + block;
  drift = approach + line;
  moved = drift + line;
  origin = moved + line;
  packed = (origin + block + 15) & ~(<usize>15);
}

function get(base: usize, index: i32): f64 {
  return load<f64>(base + ((<usize>index) << 3));
}

function set(base: usize, index: i32, value: f64): void {
  store<f64>(base + ((<usize>index) << 3), value);
}

function weightOf(row: i32): f64 {
  return weights === 0 ? 1 : get(weights, row);
}

function labelOf(row: i32): i32 {
  return load<i32>(labels + ((<usize>row) << 2));
}

function squareBetween(a: usize, b: usize, d: i32): f64 {
  if (d === 3) {
    const x = load<f64>(a) - load<f64>(b);
    const y = load<f64>(a, 8) - load<f64>(b, 8);
    const z = load<f64>(a, 16) - load<f64>(b, 16);
    return x * x + y * y + z * z;
  }
  let sum: f64 = 0;
  for (let j = 0; j < d; j++) {
    const difference = get(a, j) - get(b, j);
    sum += difference * difference;
  }
  return sum;
}

function rowAt(row: i32): usize {
  return points + <usize>row * ((<usize>columns) << 3);
}

function centerAt(cluster: i32): usize {
  return centers + <usize>cluster * ((<usize>columns) << 3);
}

function moveRow(row: i32, from: i32, to: i32): void {
  const w = weightOf(row);
  const d = columns;
  set(mass, from, get(mass, from) - w);
  set(mass, to, get(mass, to) + w);
  const at = rowAt(row);
  for (let j = 0; j < d; j++) {
    const share = w * get(at, j);
    set(sums, from * d + j, get(sums, from * d + j) - share);
    set(sums, to * d + j, get(sums, to * d + j) + share);
  }
}

function sumClusters(): void {
  const d = columns;
  memory.copy(mass, baseMass, (<usize>clusters) << 3);
  memory.copy(sums, baseSums, (<usize>(clusters * d)) << 3);
  for (let i = 0; i < rows; i++) {
    const w = weightOf(i);
    const own = labelOf(i);
    const at = rowAt(i);
    set(mass, own, get(mass, own) + w);
    for (let j = 0; j < d; j++) set(sums, own * d + j, get(sums, own * d + j) + w * get(at, j));
  }
}

/** Gives each cluster without weight the point farthest from its own centre; true where one was filled. */
function fillEmptyClusters(): bool {
  const d = columns;
  let filled = false;
  for (let empty = 0; empty < clusters; empty++) {
    if (get(mass, empty) > 0) continue;
    let farthest = -1;
    let most: f64 = 0;
    for (let i = 0; i < rows; i++) {
      const w = weightOf(i);
      if (w === 0 || get(mass, labelOf(i)) <= w) continue;
      const distance = squareBetween(rowAt(i), centerAt(labelOf(i)), d);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    for (let j = 0; j < d; j++) set(sums, empty * d + j, 0);
    set(mass, empty, 0);
    moveRow(farthest, labelOf(farthest), empty);
    store<i32>(labels + ((<usize>farthest) << 2), empty);
    memory.copy(centerAt(empty), rowAt(farthest), (<usize>d) << 3);
    filled = true;
  }
  return filled;
}

function hasEmpty(): bool {
  for (let c = 0; c < clusters; c++) if (!(get(mass, c) > 0)) return true;
  return false;
}

/** After a centre has jumped no bound holds. */
function forget(): void {
  for (let i = 0; i < rows; i++) {
    set(gap, i, -Infinity);
    set(lower, i, -Infinity);
  }
}

/**
 * Compares every point with every centre and sums the clusters on top of the base. `reachOfAll` is how far two centres may go together
 * from where they are while the base holds, Infinity where there is none; false where a cluster of a part is empty.
 */
export function lloydBegin(roundingOfAll: f64, reachOfAll: f64): bool {
  rounding = roundingOfAll;
  reach = reachOfAll;
  isPart = reach < Infinity;
  const d = columns;
  memory.copy(origin, centers, (<usize>(clusters * d)) << 3);
  memory.fill(approach, 0, (<usize>clusters) << 4);
  packCenters(centers, clusters, d, packed);
  for (let i = 0; i < rows; i++) {
    store<i32>(labels + ((<usize>i) << 2), nearestTwo(rowAt(i), packed, clusters, d));
    const second = sqrt(secondSquare);
    set(lower, i, second);
    set(gap, i, second - sqrt(nearestSquare));
  }
  sumClusters();
  if (isPart) return !hasEmpty();
  if (fillEmptyClusters()) forget();
  return true;
}

/**
 * At most so many iterations: gives how many were made, less than 0 where the last changed nothing, and `most` more where the reach is used
 * up or a cluster of a part is empty.
 */
export function lloydSteps(most: i32): i32 {
  const d = columns;
  for (let iteration = 1; iteration <= most; iteration++) {
    moveCenters();
    if (isPart && isOut()) return most + iteration;
    addDrift();
    packCenters(centers, clusters, d, packed);
    const changes = reassign();
    if (isPart) {
      if (hasEmpty()) return most + iteration;
      if (changes === 0) return -iteration;
    } else if (fillEmptyClusters()) forget();
    else if (changes === 0) return -iteration;
  }
  return most;
}

function moveCenters(): void {
  const d = columns;
  for (let c = 0; c < clusters; c++) {
    let square: f64 = 0;
    const m = get(mass, c);
    if (m > 0) {
      for (let j = 0, p = c * d; j < d; j++, p++) {
        const mean = get(sums, p) / m;
        const step = mean - get(centers, p);
        square += step * step;
        set(centers, p, mean);
      }
    }
    set(moved, c, sqrt(square));
  }
}

/** Whether two centres have gone farther together than the base allows. */
export function isOut(): bool {
  let most: f64 = 0;
  let second: f64 = 0;
  const line = (<usize>columns) << 3;
  for (let c = 0; c < clusters; c++) {
    const way = sqrt(squareBetween(centerAt(c), origin + <usize>c * line, columns));
    if (way > most) {
      second = most;
      most = way;
    } else if (way > second) second = way;
  }
  return !(most + second + rounding < reach);
}

function addDrift(): void {
  let fastest = 0;
  for (let c = 1; c < clusters; c++) if (get(moved, c) > get(moved, fastest)) fastest = c;
  let runnerUp: f64 = 0;
  for (let c = 0; c < clusters; c++) if (c !== fastest && get(moved, c) > runnerUp) runnerUp = get(moved, c);
  for (let c = 0; c < clusters; c++) {
    const others = c === fastest ? runnerUp : get(moved, fastest);
    set(approach, c, get(approach, c) + others);
    set(drift, c, get(drift, c) + (others + get(moved, c)));
  }
}

function reassign(): i32 {
  const d = columns;
  const k = clusters;
  const spare = rounding;
  let changes = 0;
  for (let i = 0; i < rows; i++) {
    const own = labelOf(i);
    const limit = get(drift, own) + spare;
    if (get(gap, i) > limit) continue;
    const at = rowAt(i);
    const upper = sqrt(squareBetween(at, centerAt(own), d));
    const narrowed = get(lower, i) - get(approach, own) - upper + get(drift, own);
    set(gap, i, narrowed);
    if (narrowed > limit) continue;
    const best = nearestTwo(at, packed, k, d);
    const second = sqrt(secondSquare);
    set(lower, i, second + get(approach, best));
    set(gap, i, second - sqrt(nearestSquare) + get(drift, best));
    if (best === own) continue;
    moveRow(i, own, best);
    store<i32>(labels + ((<usize>i) << 2), best);
    changes++;
  }
  return changes;
}

/** Weighted sum of squared distances to the own centre, in row order. */
export function kmeansCost(): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squareBetween(rowAt(i), centerAt(labelOf(i)), columns);
    sum += weights === 0 ? distance : get(weights, i) * distance;
  }
  return sum;
}

// Single moves. `moved` holds the safe squares; `settled` goes on from call to call.
let settled: i32 = 0;
let heaviest: f64 = 0;

/** Sums the clusters and puts the centres at their means. */
export function movesBegin(): void {
  sumClusters();
  heaviest = 0;
  for (let i = 0; i < rows; i++) {
    const w = weightOf(i);
    if (w > heaviest) heaviest = w;
  }
  for (let c = 0; c < clusters; c++) if (get(mass, c) > 0) setCenter(c);
  setSafe();
  settled = 0;
}

/** One pass over all rows: true once a whole round made no move. */
export function movesPass(): bool {
  const d = columns;
  for (let i = 0; i < rows; i++) {
    const stop = i + rows - settled;
    const end = stop < rows ? stop : rows;
    let next = i;
    while (next < end && squareBetween(rowAt(next), centerAt(labelOf(next)), d) < get(moved, labelOf(next))) next++;
    settled += next - i;
    if (settled >= rows) return true;
    if (next === rows) return false;
    i = next;
    settled++;
    const own = labelOf(i);
    const at = rowAt(i);
    const distance = squareBetween(at, centerAt(own), d);
    const w = weightOf(i);
    const m = get(mass, own);
    if (w === 0 || m <= w) continue;
    let best = own;
    let least = ((distance * m) / (m - w)) * (1 - 1e-10);
    for (let c = 0; c < clusters; c++) {
      if (c === own) continue;
      const cost = (squareBetween(at, centerAt(c), d) * get(mass, c)) / (get(mass, c) + w);
      if (cost < least) {
        least = cost;
        best = c;
      }
    }
    if (best === own) continue;
    moveRow(i, own, best);
    store<i32>(labels + ((<usize>i) << 2), best);
    setCenter(own);
    setCenter(best);
    setSafe();
    settled = 0;
  }
  return settled === rows;
}

function setCenter(c: i32): void {
  const m = get(mass, c);
  for (let j = 0, p = c * columns; j < columns; j++, p++) set(centers, p, get(sums, p) / m);
}

function setSafe(): void {
  for (let a = 0; a < clusters; a++) {
    const m = get(mass, a);
    let least: f64 = m > heaviest ? Infinity : 0;
    for (let b = 0; b < clusters; b++) {
      if (a === b) continue;
      const apart = sqrt(squareBetween(centerAt(a), centerAt(b), columns));
      const f = sqrt((m / (m - heaviest)) * ((get(mass, b) + heaviest) / get(mass, b)));
      const half = apart / (1 + f);
      if (!(least <= half)) least = half;
    }
    set(moved, a, m > heaviest ? least * least * (1 - 1e-9) : 0);
  }
}

/** Greedy k-means++ with numbers drawn before; `gap` and `lower` are scratch. Gives how many centres there are. */
export function kmeansSeed(draws: usize, tries: i32): i32 {
  const d = columns;
  const closest = gap;
  const cumulative = lower;
  let total: f64 = 0;
  for (let i = 0; i < rows; i++) {
    total += weightOf(i);
    set(cumulative, i, total);
    set(closest, i, Infinity);
  }
  let chosen = drawRow(cumulative, load<f64>(draws) * total);
  let drawn = 1;
  let found = 0;
  while (true) {
    memory.copy(centerAt(found), rowAt(chosen), (<usize>d) << 3);
    total = 0;
    const center = rowAt(chosen);
    for (let i = 0; i < rows; i++) {
      const distance = squareBetween(rowAt(i), center, d);
      let least = get(closest, i);
      if (distance < least) {
        least = distance;
        set(closest, i, least);
      }
      total += weights === 0 ? least : get(weights, i) * least;
      set(cumulative, i, total);
    }
    found++;
    if (found === clusters || !(total > 0)) break;
    let lowest: f64 = Infinity;
    for (let t = 0; t < tries; t++) {
      const row = drawRow(cumulative, get(draws, drawn++) * total);
      const potential = potentialWith(closest, row, lowest);
      if (potential < lowest || t === 0) {
        lowest = potential;
        chosen = row;
      }
    }
  }
  return found;
}

function drawRow(cumulative: usize, target: f64): i32 {
  let low = 0;
  let high = rows - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (get(cumulative, middle) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

function potentialWith(closest: usize, row: i32, limit: f64): f64 {
  const at = rowAt(row);
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squareBetween(rowAt(i), at, columns);
    const known = get(closest, i);
    const least = distance < known ? distance : known;
    sum += weights === 0 ? least : get(weights, i) * least;
    if (sum > limit) return sum;
  }
  return sum;
}

/**
 * Assigns every row to its nearest centre. Rows whose second centre is farther than the first by more than `reach` + `slack` times the first
 * distance are added to their clusters' mass and sums; the numbers of the others are written to `gap`, and how many there are is the answer.
 * With a negative reach all rows are added. The weighted sum of squares is left in `moved`.
 */
export function scanAll(reachOfAll: f64, slack: f64): i32 {
  const d = columns;
  const k = clusters;
  const isWhole = reachOfAll < 0;
  let open = 0;
  let cost: f64 = 0;
  packCenters(centers, k, d, packed);
  memory.fill(mass, 0, (<usize>(k + k * d)) << 3);
  for (let i = 0; i < rows; i++) {
    const at = rowAt(i);
    const own = nearestTwo(at, packed, k, d);
    const w = weightOf(i);
    store<i32>(labels + ((<usize>i) << 2), own);
    cost += w * nearestSquare;
    if (!isWhole) {
      const first = sqrt(nearestSquare);
      if (!(sqrt(secondSquare) - first > reachOfAll + slack * first)) {
        store<i32>(gap + ((<usize>open) << 2), i);
        open++;
        continue;
      }
    }
    set(mass, own, get(mass, own) + w);
    for (let j = 0; j < d; j++) set(sums, own * d + j, get(sums, own * d + j) + w * get(at, j));
  }
  store<f64>(moved, cost);
  return open;
}
