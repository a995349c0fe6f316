export const stabilityGrades = ['highly-stable', 'stable', 'doubtful', 'untrustworthy'] as const;
/** Below 0.6 untrustworthy, to 0.75 doubtful, to 0.85 stable, then highly stable (Hennig 2007). */
export type StabilityGrade = (typeof stabilityGrades)[number];

export const ruleDialects = ['duckdb', 'postgresql', 'bigquery', 'snowflake', 'javascript'] as const;
/** What rules can be written in. */
export type RuleDialect = (typeof ruleDialects)[number];
