/** log1p of the size with the value's own sign: log1p for 0 and above, and its mirror image below. */
export function signedLog(value: number): number {
  return value < 0 ? -Math.log1p(-value) : Math.log1p(value);
}
