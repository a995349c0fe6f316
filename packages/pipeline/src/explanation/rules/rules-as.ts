import type { RuleDialect, SegmentationDocument } from '@clientele/contracts';
import { javascriptRules } from './javascript-rules.ts';
import { sqlRules } from './sql-rules.ts';

export interface RulesAsOptions {
  /** The table of customers for SQL, which may be qualified: shop.customers. */
  table: string;
}

/**
 * The rules of a segmentation's evidence as a script of a database or as a JavaScript module. Throws `not-found` without evidence,
 * `usage` where the table's name cannot be read.
 */
export function rulesAs(document: SegmentationDocument, dialect: RuleDialect, { table }: RulesAsOptions): string {
  return dialect === 'javascript' ? javascriptRules(document) : sqlRules(document, dialect, table);
}
