/** How a column's cells are compared: `contains` ignores letter case; `least` and `most` include their value; for times a date. */
export const conditionTests = ['contains', 'equals', 'least', 'most'] as const;
