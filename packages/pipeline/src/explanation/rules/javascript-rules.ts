import type { Condition, SegmentationDocument } from '@clientele/contracts';
import { headerLines, ruleLine, statedRules } from './stated-rules.ts';

const helpers = `const number = (value) => {
  if (typeof value === 'string' && value.trim() === '') return NaN;
  const read = ['number', 'string', 'bigint'].includes(typeof value) ? Number(value) : NaN;
  return Number.isFinite(read) ? read : NaN;
};
const text = (value) => (['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : '');
const among = (value, least, most) => value >= least && value <= most;`;

/** The rules as an ES module without imports: `rules`, each with a pure function over a customer's features by id. */
export function javascriptRules(document: SegmentationDocument): string {
  const rules = statedRules(document);
  const header = [
    ...headerLines(document, rules),
    'A customer is an object of features by their names in customers.csv. What is missing (null, undefined, NaN, an empty text) never matches.',
  ];
  const entries = rules.flatMap((each) => {
    if (each.rule === null) return [`  // ${ruleLine(each)}`];
    const boxes = each.rule.boxes.map((box) => box.map(javascriptCondition).join(' && '));
    const test = boxes.length === 1 ? boxes[0] : boxes.map((box) => `(${box})`).join(' || ');
    return [
      `  // ${ruleLine(each)}`,
      `  {\n    segment: ${each.segment},\n    name: ${JSON.stringify(each.name)},`,
      `    matches(customer) {\n      return ${test};\n    },\n  },`,
    ];
  });
  return `${header.map((line) => `// ${line}`).join('\n')}\n\n${helpers}\n\nexport const rules = [\n${entries.join('\n')}\n];\n`;
}

function javascriptCondition(condition: Condition): string {
  const value = `customer[${JSON.stringify(condition.feature)}]`;
  if (condition.kind === 'values') return `${JSON.stringify(condition.values)}.includes(text(${value}))`;
  const { min, max } = condition;
  if (min !== null && max !== null) return `among(number(${value}), ${min + 0}, ${max + 0})`;
  if (min !== null) return `number(${value}) >= ${min + 0}`;
  return max === null ? `!Number.isNaN(number(${value}))` : `number(${value}) <= ${max + 0}`;
}
