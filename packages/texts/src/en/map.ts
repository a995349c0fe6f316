/** The world map. */
export const map = {
  'world-map.name': 'World map',
  'world-map.help':
    'Where in the world revenue comes from (customers, where the data have no revenue): the stronger the colour, the more. Where countries differ much, each step of the colour is many times the one before, so that one large market does not hide the others. Click a country to see its customers only; names that are no country stand below the map with their amounts.',
  'world-map.title.revenue': '{country} brings {share} of revenue',
  'world-map.title.revenueTwo': '{country} brings {share} of revenue, {second} {secondShare}',
  'world-map.title.customers': '{country} has {share} of customers',
  'world-map.title.customersTwo': '{country} has {share} of customers, {second} {secondShare}',
  'world-map.measure.revenue': 'Revenue by country',
  'world-map.measure.customers': 'Customers by country',
  'world-map.subtitle':
    '{measure}; {steps, select, log {logarithmic colour steps} even {even colour steps} other {coloured where there are any}}, grey: none',
  'world-map.subtitle.unmapped': '{measure}; none of the names is a country on the map',
  'world-map.column.names': 'Names in the data',
  'world-map.column.code': 'ISO code',
  'world-map.offMap': 'Not on the map',
  'world-map.unnamed': '(empty)',
  'world-map.below': 'below 0',
  'world-map.note.rank': '{rank} {country} {share}',
  'world-map.note.unplaced': 'Not on the map: {list}.',
  'world-map.note.summed': 'Added up or shown within: {list}.',
  'world-map.note.rest': 'and {n, plural, one {# more} other {# more}} ({amount})',
  'world-map.note.others': 'and {n, plural, one {# more} other {# more}} in the table',
} as const;
