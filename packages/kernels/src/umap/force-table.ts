import type { Curve } from './find-ab.ts';

/** Both forces at squared distances 2^-24 to 2^24, 64 steps an octave: see {@link createForceTable}. */
export interface ForceTable {
  attraction: Float64Array;
  repulsion: Float64Array;
}

/** Bits of a float32 that a step of the table spans: 2^17, a 64th of an octave. */
const STEP_BITS = 17;
const STEP_MASK = (1 << STEP_BITS) - 1;
const STEP_PART = 2 ** -STEP_BITS;
/** Float32 bits of 2^-24 and of what lies just below 2^24. */
const LOW_BITS = (127 - 24) << 23;
const HIGH_BITS = ((127 + 24) << 23) - 1;
const KNOTS = ((HIGH_BITS + 1 - LOW_BITS) >> STEP_BITS) + 1;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** How strongly an edge draws its ends, a factor of their difference; `square` is their squared distance. */
export function attractionAt(square: number, { a, b }: Curve): number {
  return (-2 * a * b * square ** (b - 1)) / (1 + a * square ** b);
}

/** How strongly a row pushes off one drawn at random. */
export function repulsionAt(square: number, { a, b }: Curve): number {
  return (2 * b) / ((0.001 + square) * (1 + a * square ** b));
}

/**
 * Tabulates the forces so that no power has to be taken in the loop: the bits of the squared distance as a float32 are its place
 * on a nearly logarithmic scale; between two knots a straight line is within some 3e-4 of the curve.
 */
export function createForceTable(curve: Curve): ForceTable {
  const squares = Float64Array.from({ length: KNOTS }, (_, knot) => {
    bits[0] = LOW_BITS + (knot << STEP_BITS);
    return float[0];
  });
  return {
    attraction: squares.map((square) => attractionAt(square, curve)),
    repulsion: squares.map((square) => repulsionAt(square, curve)),
  };
}

/** The force of one of the table's columns at a squared distance, that of the nearest end outside its range. */
export function lookUpForce(values: Float64Array, square: number): number {
  float[0] = square;
  const asBits = bits[0];
  const key = asBits < LOW_BITS ? LOW_BITS : asBits > HIGH_BITS ? HIGH_BITS : asBits;
  const knot = (key - LOW_BITS) >> STEP_BITS;
  const low = values[knot];
  return low + (values[knot + 1] - low) * ((key & STEP_MASK) * STEP_PART);
}
