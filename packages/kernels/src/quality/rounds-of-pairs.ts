/**
 * All pairs of `blocks` blocks, each block with itself too, in rounds in which every block comes at most once. First each with itself;
 * then the circle method for tournaments (Kirkman 1847). `blocks` is 1 or even.
 */
export function roundsOfPairs(blocks: number): [number, number][][] {
  const rounds: [number, number][][] = [Array.from({ length: blocks }, (_, b) => [b, b])];
  const turning = blocks - 1;
  for (let round = 0; round < turning; round++) {
    const pairs: [number, number][] = [[round, turning]];
    for (let i = 1; i < blocks / 2; i++) pairs.push([(round + i) % turning, (round - i + turning) % turning]);
    rounds.push(pairs);
  }
  return rounds;
}
