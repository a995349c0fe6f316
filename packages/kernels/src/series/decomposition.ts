/** A series taken apart: values = trend + seasonal + remainder. */
export interface Decomposition {
  trend: Float64Array;
  seasonal: Float64Array;
  /** NaN where the value is missing. */
  remainder: Float64Array;
}
