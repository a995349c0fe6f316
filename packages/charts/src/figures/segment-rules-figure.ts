import type { SegmentationDocument } from '@clientele/contracts';
import { defineFigure, type FigureSetting } from '../define-figure.ts';
import type { Figure } from '../figure.ts';

import { ruleText } from '../findings/rule-text.ts';
import { capitalised } from '../format/capitalised.ts';
import { cell, numberColumn, textColumn } from '../format/table-parts.ts';
import { segmentName } from './segment-name.ts';

type RulesInput = Pick<SegmentationDocument, 'segments' | 'evidence'>;

/** The rule of each segment with how often it is right, how many it finds, and how stable the segment is. */
export function segmentRulesFigure(
  { segments, evidence }: RulesInput,
  setting: Pick<FigureSetting, 'formats' | 'text' | 'segmentNames' | 'dataset'>,
): Figure {
  const { formats, text, dataset } = setting;
  const rows = (evidence?.segments ?? []).map(({ segment, rule }) => ({
    segment,
    rule,
    size: segments.find(({ id }) => id === segment)?.size ?? 0,
    stability: evidence?.stability.segments.find((each) => each.segment === segment),
  }));
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [hits, matched, size] = [
    sum(({ rule }) => rule?.hits ?? 0),
    sum(({ rule }) => rule?.matched ?? 0),
    sum((row) => row.size),
  ];
  return {
    id: 'segment-rules',
    title:
      matched === 0 || size === 0
        ? text('segment-rules.name')
        : text('segment-rules.title', {
            recall: formats.share(hits / size, 0),
            precision: formats.share(hits / matched, 0),
          }),
    subtitle: text('segment-rules.subtitle'),
    option: null,
    renderer: 'svg',
    height: 40 + 40 * rows.length,
    table: {
      columns: [
        textColumn('segment', text('common.segment')),
        textColumn('rule', text('segment-rules.rule')),
        numberColumn('precision', text('segment-rules.precision')),
        numberColumn('recall', text('segment-rules.recall')),
        numberColumn('matched', text('segment-rules.matched')),
        textColumn('stability', text('segment-rules.stability')),
      ],
      rows: rows.map(({ segment, rule, stability }) => ({
        segment: cell(segmentName(segment, setting)),
        rule: cell(rule === null ? text('segment-rules.none') : capitalised(ruleText(rule, dataset.features, setting))),
        precision: cell(rule?.precision ?? null, formats.share(rule?.precision ?? null)),
        recall: cell(rule?.recall ?? null, formats.share(rule?.recall ?? null)),
        matched: cell(rule?.matched ?? null, formats.count(rule?.matched ?? null)),
        stability: cell(stability === undefined ? null : text(`grade.${stability.grade}`)),
      })),
    },
  };
}

export const segmentRules = defineFigure({
  id: 'segment-rules',
  name: 'segment-rules.name',
  help: 'segment-rules.help',
  screen: 'segments',
  needs: ['segmentation'],
  make: ({ segmentation }, setting) =>
    (segmentation.evidence?.segments ?? []).length === 0 ? null : segmentRulesFigure(segmentation, setting),
});
