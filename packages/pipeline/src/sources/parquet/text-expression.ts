/** SQL that gives a column of Parquet as plain text; the name is one that the code made. */
export function textExpression(column: string, type: string): string {
  const text = `cast(${column} as varchar)`;
  if (/^(DOUBLE|FLOAT)$/.test(type)) {
    const whole = `abs(${column}) < 1e15 and ${column} = trunc(${column})`;
    return `case when not isfinite(${column}) then null when ${whole} then cast(cast(${column} as bigint) as varchar) else ${text} end`;
  }
  if (/^DECIMAL\(\d+,([1-9]\d*)\)$/.test(type)) return `regexp_replace(${text}, '\\.?0+$', '')`;
  if (type === 'TIMESTAMP WITH TIME ZONE') return `cast(${column} at time zone 'UTC' as varchar)`;
  if (/(\[\d*\]$|^STRUCT|^MAP|^UNION)/.test(type)) return `cast(to_json(${column}) as varchar)`;
  return `nullif(${text}, '')`;
}
