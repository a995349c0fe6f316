/** Positions of the minutes in ascending order; equal minutes keep their order. Minutes times count must stay below 2^53. */
export function timeOrder(minutes: Int32Array): Int32Array {
  const count = minutes.length;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = minutes[i]! * count + i;
  keys.sort();
  return Int32Array.from(keys, (key) => key % count);
}
