/** Unusual steps of a series, and what they were made of. */
export const insights = {
  'series.name': 'Over time',
  'series.help':
    'The line is the measure over time, the thin line what was to be expected from the trend and what returns each week or year, the band the range in which nothing is unusual. Rings mark steps outside it, with the strongest in numbers. Look up in the list of unusual dates what they were made of before you count on them, or compare with them.',
  'series.measure.revenue': 'Revenue',
  'series.measure.orders': 'Orders',
  'series.measure.customers': 'Customers',
  'series.measure.averageOrderValue': 'Average order',
  'series.plain': '{name} {grain, select, day {by day} week {by week} other {by month}}',
  'series.title':
    '{n, plural, one {# of {all}} other {# of {all}}} {grain, select, day {days} week {weeks} other {months}} {n, plural, one {stands} other {stand}} out; {step} is {amount} {side, select, above {above} other {below}} what was to be expected',
  'series.titleNone': 'None of {all} {grain, select, day {days} week {weeks} other {months}} stands out',
  'series.week': 'the week of {date}',
  'series.when': '{grain, select, day {on {step}} other {in {step}}}',
  'series.amount.orders': '{n, plural, one {# order} other {# orders}}',
  'series.amount.customers': '{n, plural, one {# customer} other {# customers}}',
  'series.label': '{amount} {side, select, above {above} other {below}}',
  'series.subtitle': '{name}{unit} a {grain, select, day {day} week {week} other {month}}',
  'series.subtitleBand':
    '{period, select, 7 {thin line: expected, by trend and weekday; band: usual range} 52 {thin line: expected, by trend and week of the year; band: usual range} 12 {thin line: expected, by trend and month of the year; band: usual range} other {thin line: expected; band: usual range}}',
  'series.subtitleUnfinished': 'dashed: unfinished',
  'series.noteRest': 'Weekdays that mostly have nothing are left out of the line and of what is expected.',
  'series.noteEmpty':
    '{n, plural, one {In # of them there was nothing at all.} other {In # of them there was nothing at all.}} Times when a shop is closed look like this.',
  'series.noteYear':
    'With less than two years of data, a peak that returns each year cannot be told from one that came once.',
  'series.column.start': '{grain, select, day {Day} week {Week from} other {Month}}',
  'series.column.expected': 'Expected',
  'series.column.low': 'Usual from',
  'series.column.high': 'Usual to',
  'series.column.note': 'Note',
  'series.unfinished': 'Unfinished',
  'series.unusual': 'Unusual',
  'series.range': 'Usual range',
  'alerts.name': 'Unusual dates',
  'alerts.help':
    'Each row is a day, week or month outside its usual range, the latest first: its value, what was to be expected, and the countries, products and customers that carry at least a tenth of the difference. Usual is the median of up to eight steps of the same kind before. Think of single large orders before you read a trend into such a date.',
  'alerts.title':
    '{n, plural, one {One unusual {grain, select, day {day} week {week} other {month}}} other {# unusual {grain, select, day {days} week {weeks} other {months}}}}, the strongest {when}',
  'alerts.subtitle': '{name} {grain, select, day {by day} week {by week} other {by month}}, latest first',
  'alerts.column.difference': 'Difference',
  'alerts.column.money': 'Revenue against usual',
  'alerts.column.drivers': 'Made of',
  'alerts.driver':
    '{kind, select, customer {customer {name}} product {{name}} other {{name}}}: {value}, usually {usual}',
  'alerts.sentence':
    '{measure, select, revenue {Revenue} orders {Orders} customers {Customers} other {The average order}} {when} {measure, select, orders {were} customers {were} other {was}} {value}, {difference} {side, select, above {above} other {below}} what was to be expected',
  'alerts.sentenceNone':
    '{measure, select, revenue {No revenue} orders {No orders} customers {No customers} other {Nothing}} {when}; {expected} {measure, select, orders {were} customers {were} other {was}} to be expected',
  'alerts.joint': '{share} of it is customer {customer} buying {product}',
  'alerts.lead':
    '{kind, select, customer {customer {name}} product {{name}} other {{name}}} brought {value}, usually {usual}',
} as const;
