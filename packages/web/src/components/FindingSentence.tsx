import type { Finding } from '@clientele/charts';

/** A sentence with its strong part set off. */
export function FindingSentence({ sentence, strong }: Pick<Finding, 'sentence' | 'strong'>) {
  const at = strong === null ? -1 : sentence.indexOf(strong);
  if (strong === null || at < 0) return <p>{sentence}</p>;
  return (
    <p>
      {sentence.slice(0, at)}
      <strong>{strong}</strong>
      {sentence.slice(at + strong.length)}
    </p>
  );
}
