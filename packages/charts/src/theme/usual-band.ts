import type { LineSeriesOption } from 'echarts';
import type { Tokens } from './tokens.ts';

/** A value for each place on the axis; '-' leaves a gap. */
export type PlacedValue = number | '-';

export interface UsualBand {
  low: readonly PlacedValue[];
  high: readonly PlacedValue[];
  expected: readonly PlacedValue[];
}

/** The usual range as a grey area that follows the values, and in it the expected as a thin line. */
export function usualBand({ low, high, expected }: UsualBand, colors: Tokens, isDashed = false): LineSeriesOption[] {
  const line = { type: 'line', symbol: 'none', silent: true, connectNulls: false } as const;
  const bare = { ...line, z: 1, stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 } } as const;
  const width = high.map((value, index): PlacedValue => {
    const under = low[index] ?? '-';
    return value === '-' || under === '-' ? '-' : value - under;
  });
  return [
    { ...bare, data: [...low] },
    { ...bare, areaStyle: { color: colors.ink, opacity: 0.07 }, data: width },
    {
      ...line,
      z: isDashed ? 5 : 2,
      lineStyle: { width: 1, color: colors.ink2, ...(isDashed && { type: [3, 3] }) },
      data: [...expected],
    },
  ];
}
