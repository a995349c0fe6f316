import type { FigureContext } from '@clientele/charts';
import type { Structure } from '@clientele/contracts';

export interface VerdictFact {
  label: string;
  value: string;
  /** What it is held against, or what it says. */
  note: string;
}

/** Of the dip test: below it there is more than one peak. */
const telling = 0.05;

/** The figures behind the verdict: what each method of asking answers, for so many segments. */
export function verdictFacts(
  { candidates, gap, dip, hopkins }: Pick<Structure, 'candidates' | 'gap' | 'dip' | 'hopkins'>,
  segments: number,
  { formats, text }: Pick<FigureContext, 'formats' | 'text'>,
): VerdictFact[] {
  const own = candidates.find(({ k }) => k === segments);
  const groups = formats.count(gap.k);
  return [
    ...(own === undefined
      ? []
      : [
          {
            label: text('verdict.silhouette', { k: segments }),
            value: formats.fixed(own.silhouette, 3),
            note: text('verdict.silhouette.note', { expected: formats.fixed(own.expected, 3) }),
          },
        ]),
    {
      label: text('verdict.gap'),
      value: text('verdict.gap.value', { k: groups }),
      note: !gap.decided
        ? text('verdict.gap.undecided')
        : gap.k === 1
          ? text('verdict.gap.one')
          : text('verdict.gap.decided', { k: groups }),
    },
    ...(dip === null
      ? []
      : [
          {
            label: text('verdict.dip'),
            value: pText(dip.pValue, formats),
            note: text(dip.pValue < telling ? 'verdict.dip.more' : 'verdict.dip.one'),
          },
        ]),
    ...(hopkins === null
      ? []
      : [
          {
            label: text('verdict.hopkins'),
            value: formats.fixed(hopkins.statistic, 2),
            note: text('verdict.hopkins.note', { expected: formats.fixed(hopkins.expected, 2) }),
          },
        ]),
  ];
}

/** Small p-values keep what they tell, never as 0. */
const pText = (value: number, formats: Pick<FigureContext['formats'], 'fixed'>): string =>
  value < 0.001 ? `<${formats.fixed(0.001, 3)}` : formats.fixed(value, value < 0.1 ? 3 : 2);
