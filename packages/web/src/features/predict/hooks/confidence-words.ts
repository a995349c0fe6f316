import type { Formats } from '@clientele/charts';
import type { Prediction } from '@clientele/contracts';
import type { Text } from '@clientele/texts';

/** No model is wholly sure. */
const almost = 0.99;
const leastGap = 0.01;

/** "93%", "over 99%", "under 1%". */
export function confidenceText(share: number, formats: Formats, text: Text): string {
  if (share > almost) return text('predict.over', { share: formats.share(almost, 0) });
  if (share < 1 - almost) return text('predict.under', { share: formats.share(1 - almost, 0) });
  return formats.share(share, 0);
}

/** How much farther the runner-up's centre is than the segment's own, in prepared units; null where there are no centres. */
export function gapBehind({ segment, runnerUp, scores }: Pick<Prediction, 'segment' | 'runnerUp' | 'scores'>) {
  const distanceOf = (id: number | undefined) => scores.find((score) => score.segment === id)?.distance ?? null;
  const [own, next] = [distanceOf(segment), distanceOf(runnerUp?.segment)];
  return own === null || next === null ? null : next - own;
}

/** "Regulars is 0.21 behind, with 34%"; null where nobody comes second. */
export function runnerUpText(prediction: Prediction, formats: Formats, text: Text): string | null {
  const { runnerUp } = prediction;
  if (runnerUp === null || prediction.segment < 0) return null;
  const { name, confidence } = runnerUp;
  const share = confidenceText(confidence, formats, text);
  const gap = gapBehind(prediction);
  // By confidence the first may be a farther one, as in a mixture: then there is no lead to tell.
  if (gap === null || gap < 0) return confidence > 0 ? text('predict.next', { name, share }) : null;
  const lead = gap < leastGap ? text('predict.lessThan', { value: formats.fixed(leastGap, 2) }) : formats.fixed(gap, 2);
  return text('predict.behind', { name, gap: lead, share });
}
