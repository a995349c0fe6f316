import { ClienteleError, type SegmentationDocument, type SegmentRule } from '@clientele/contracts';

/** A segment of a document with its rule. */
export interface StatedRule {
  segment: number;
  name: string;
  /** Customers in the segment. */
  size: number;
  rule: SegmentRule | null;
}

/** The rules of a segmentation, in the order of its segments. Throws `not-found` where no evidence has been gathered. */
export function statedRules({ evidence, segments }: SegmentationDocument): StatedRule[] {
  if (evidence === null) {
    throw new ClienteleError(
      'not-found',
      'This segmentation has no evidence yet, and rules are part of it; gather the evidence, then ask for the rules again.',
    );
  }
  return segments.map(({ id, name, size }) => ({
    segment: id,
    name,
    size,
    rule: evidence.segments.find(({ segment }) => segment === id)?.rule ?? null,
  }));
}

/** What every export of rules begins with, one line each, safe inside a comment of a line. */
export function headerLines(document: SegmentationDocument, rules: readonly StatedRule[]): string[] {
  const { receipt, customers, preparation } = document;
  return [
    `Rules that stand for the segments of a segmentation of ${customers} customers by Clientele ${receipt.version}.`,
    `k = ${rules.length}, method ${document.method}, data ${receipt.data}`,
    'Precision: share of the matching customers that are in the segment. Recall: share of the segment that matches.',
    ...(preparation.asOf === null ? [] : [`Days count back from ${preparation.asOf}.`]),
    ...rules.map((each) => `${each.segment} ${each.name}: ${statement(each)}`),
  ].map(oneLine);
}

/** The segment and its rule for a comment over the code. */
export function ruleLine({ segment, name, rule }: StatedRule): string {
  return oneLine(
    rule === null ? `${segment} ${name}: no short rule stands for it.` : `${segment} ${name}: ${rule.text}`,
  );
}

function statement({ size, rule }: StatedRule): string {
  if (rule === null) return 'no short rule stands for it.';
  const { precision, recall, matched, hits } = rule;
  return `precision ${percent(precision)}, recall ${percent(recall)}: ${matched} customers match, ${hits} of them in the segment of ${size}.`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A text without anything that ends a line or a comment, or hides what follows. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\*\//g, '* /')
    .trim();
}
