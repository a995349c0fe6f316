import { capitalised, inList, ruleText, unpartedFrom } from '@clientele/charts';
import type { Evidence } from '@clientele/contracts';
import { useFigureSetting } from '../../../lib/use-formats.ts';

export interface SegmentRuleTextProps {
  evidence: Evidence;
  segment: number;
}

const mostNamed = 3;

/** A segment's rule in plain words, how far it holds, and which other segments no clear border parts it from. */
export function SegmentRuleText({ evidence, segment }: SegmentRuleTextProps) {
  const setting = useFigureSetting();
  const { formats, text, segmentNames, dataset } = setting;
  const rule = evidence.segments.find((each) => each.segment === segment)?.rule ?? null;
  const unparted = unpartedFrom(evidence.structure, segment).map((id) => segmentNames[id] ?? String(id));
  const rest = unparted.length - mostNamed;
  const beside =
    rest > 1 ? [...unparted.slice(0, mostNamed), text('common.others', { count: formats.count(rest) })] : unparted;
  const share = (value: number) => formats.share(value, 0);
  return (
    <>
      {rule === null ? (
        <p>{text('rule.none')}</p>
      ) : (
        <>
          <p>
            <strong>{capitalised(ruleText(rule, dataset.features, setting))}</strong>
          </p>
          <p>
            {text('rule.meaning', {
              recall: share(rule.recall),
              precision: share(rule.precision),
              name: segmentNames[segment] ?? '',
            })}
          </p>
        </>
      )}
      {beside.length > 0 && <p>{text('rule.noBorder', { names: inList(beside, setting) })}</p>}
    </>
  );
}
