/** Who comes back. */
export const cohorts = {
  'cohort-retention.name': 'Who comes back',
  'cohort-retention.help':
    'Each row holds the customers whose first order was in that month; the columns say which share of them ordered one, two, three months later. Read down a column to see whether new customers stay better or worse than before.',
  'cohort-retention.title': '{share} of new customers order again in the next month',
  'cohort-retention.subtitle': 'Share of each month’s new customers who ordered so many months later, per cent',
  'cohort-retention.cell': 'First order in {month}, {n, plural, one {# month} other {# months}} later',
  'cohort-retention.active': 'Ordered',
  'cohort-retention.of': 'Of',
  'cohort-retention.column': 'First order in',
  'cohort-retention.after': '{n, plural, one {# month later} other {# months later}}',
} as const;
