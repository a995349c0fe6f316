/** Eigenvalues, largest first, and the eigenvectors as rows. */
export interface Eigen {
  values: Float64Array;
  /** Row-major, d x d: row i belongs to value i. */
  vectors: Float64Array;
}

const MAX_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric d x d matrix by cyclic Jacobi rotations. Source: Golub and Van Loan, 8.5.
 * Cost d³ a sweep, some ten sweeps; for d up to a few hundred. Does not check that the matrix is symmetric.
 */
export function symmetricEigen(matrix: Float64Array, d: number): Eigen {
  const a = matrix.slice();
  const v = new Float64Array(d * d);
  for (let i = 0; i < d; i++) v[i * d + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotations = 0;
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d; q++) {
        const off = Math.abs(a[p * d + q]);
        if (off <= Number.EPSILON * 0.01 * Math.sqrt(Math.abs(a[p * d + p] * a[q * d + q])) || off === 0) continue;
        rotate(a, v, d, p, q);
        rotations++;
      }
    }
    if (rotations === 0) break;
  }
  const order = Array.from({ length: d }, (_, i) => i).sort((i, j) => a[j * d + j] - a[i * d + i] || i - j);
  const vectors = new Float64Array(d * d);
  order.forEach((from, to) => {
    vectors.set(v.subarray(from * d, (from + 1) * d), to * d);
  });
  return { values: Float64Array.from(order, (i) => a[i * d + i]), vectors };
}

/** Makes a[p, q] zero, in place; the rows of v turn with it. */
function rotate(a: Float64Array, v: Float64Array, d: number, p: number, q: number): void {
  const theta = (a[q * d + q] - a[p * d + p]) / (2 * a[p * d + q]);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(t, 1);
  const sine = t * cosine;
  const turn = (m: Float64Array, i: number, j: number): void => {
    const x = m[i];
    const y = m[j];
    m[i] = cosine * x - sine * y;
    m[j] = sine * x + cosine * y;
  };
  for (let i = 0; i < d; i++) turn(a, i * d + p, i * d + q);
  for (let i = 0; i < d; i++) turn(a, p * d + i, q * d + i);
  a[p * d + q] = 0;
  a[q * d + p] = 0;
  for (let i = 0; i < d; i++) turn(v, p * d + i, q * d + i);
}
