import {
  capitalised,
  type FigureContext,
  featureLabel,
  featureText,
  ruleText,
  segmentCards,
  segmentDoubt,
  segmentPlan,
} from '@clientele/charts';
import type { Dataset, Evidence, Filters, Segment, Segmentation, Views } from '@clientele/contracts';
import type { ReportSegment } from '../report.ts';

/** The segments as pages: size, shares, medians, what stands out and what to do. */
export function reportSegments(
  dataset: Dataset,
  { document, notes }: Segmentation,
  { segments: shown }: Filters,
  views: Partial<Views>,
  context: FigureContext,
): ReportSegment[] {
  const { formats, text } = context;
  const { segmentStatistics, segmentBaskets = [], segmentProducts = [] } = views;
  if (segmentStatistics === undefined) return [];
  return segmentCards(document, segmentStatistics, dataset.features, shown).map((card): ReportSegment => {
    const { segment, customers, revenue, share, revenueShare, medians, traits } = card;
    const sources = { segmentation: document, segmentStatistics, segmentBaskets, segmentProducts };
    const plan = segmentPlan(segment.id, sources, { ...context, dataset });
    const note = notes[String(segment.id)];
    const doubt = segmentDoubt(document.evidence?.stability, segment.id);
    return {
      id: segment.id,
      name: segment.name,
      size: [
        text('report.segment.customers', { n: customers, customers: formats.count(customers) }),
        ...(revenue === null ? [] : [formats.moneyShort(revenue)]),
      ].join(', '),
      shares: [
        ...(share === null ? [] : [{ label: text('common.customers'), value: share, text: formats.share(share) }]),
        ...(revenueShare === null
          ? []
          : [{ label: text('common.revenue'), value: revenueShare, text: formats.share(revenueShare) }]),
      ],
      standsOut: traits.map(({ id, label, isAbove }) =>
        text(isAbove ? 'report.segment.above' : 'report.segment.below', {
          label: featureLabel({ id, label }, context),
        }),
      ),
      evidence: document.evidence == null ? [] : evidenceLines(document.evidence, segment, dataset, context),
      doubt: doubt === null ? null : text(`grade.${doubt.grade}`),
      statistics: medians.map(({ id, label, unit, own, all }) => ({
        label: featureLabel({ id, label }, context),
        own: featureText(own, unit, formats),
        all: featureText(all, unit, formats),
      })),
      statistic: text('report.segment.median'),
      // The headline of a segment is its campaign in other words.
      whatToDo: [
        ...(plan.some(({ area }) => area === 'campaign') ? [] : [segment.advice]),
        ...plan.map(({ action, because }) => `${action} ${because}`),
      ],
      ...(note !== undefined && note !== '' && { note }),
    };
  });
}

/** The rule and how far it holds, and how stable the segment is. */
function evidenceLines(
  { segments, stability }: Evidence,
  { id, name }: Pick<Segment, 'id' | 'name'>,
  { features }: Pick<Dataset, 'features'>,
  context: FigureContext,
): string[] {
  const { formats, text } = context;
  const rule = segments.find(({ segment }) => segment === id)?.rule ?? null;
  const own = stability.segments.find(({ segment }) => segment === id);
  const share = (value: number) => formats.share(value, 0);
  return [
    rule === null
      ? text('rule.none')
      : `${capitalised(ruleText(rule, features, context))}. ${text('rule.meaning', { recall: share(rule.recall), precision: share(rule.precision), name })}`,
    ...(own === undefined
      ? []
      : [
          text('rules.stability', {
            grade: text(`grade.${own.grade}.own`),
            jaccard: formats.fixed(own.jaccard, 2),
            n: stability.resamples,
          }),
        ]),
  ];
}
