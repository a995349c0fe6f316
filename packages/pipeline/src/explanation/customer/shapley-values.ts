/** Up to so many players every rotation of their order is looked at. */
const allRotations = 8;
const someRotations = 4;

/**
 * What each player adds to the worth of all of them: the mean over orders of what the worth grows by when the player joins those before. The
 * orders are the rotations of 0..n-1, each forwards and backwards: all orders up to three players, so the Shapley value (1953) itself; above, a
 * sample that gives every player every place, exact where at most pairs act together. They add up to worth(all) - worth(none) whatever the
 * orders. Above eight players four rotations are taken.
 *
 * `worth` is asked at most 2 n^2 + 2 times; it must not keep the array.
 */
export function shapleyValues(players: number, worth: (isIn: readonly boolean[]) => number): number[] {
  const values = new Array<number>(players).fill(0);
  if (players === 0) return values;
  const known = new Map<string, number>();
  const worthOf = (isIn: readonly boolean[]) => {
    const key = isIn.map(Number).join('');
    const found = known.get(key) ?? worth(isIn);
    known.set(key, found);
    return found;
  };
  const orders = ordersOf(players);
  for (const order of orders) {
    const isIn = new Array<boolean>(players).fill(false);
    let before = worthOf(isIn);
    for (const player of order) {
      isIn[player] = true;
      const after = worthOf(isIn);
      values[player] = (values[player] ?? 0) + (after - before) / orders.length;
      before = after;
    }
  }
  return values;
}

function ordersOf(players: number): number[][] {
  const rotations = players <= allRotations ? players : someRotations;
  return Array.from({ length: rotations }, (_, i) => Math.floor((i * players) / rotations)).flatMap((start) => {
    const order = Array.from({ length: players }, (_, j) => (start + j) % players);
    return [order, order.toReversed()];
  });
}
