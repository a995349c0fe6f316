/** A table of customers joined to order lines. */
export const join = {
  'join.title': 'Attributes of customers',
  'join.help':
    'Join a table of customers to your orders by the customer’s id. Its columns then stand beside the features of the orders: in the Lab, in Explore, in lists and in exports.',
  'join.fromFor': 'Add attributes to {name} from',
  'join.add': 'Add',
  'join.addTo': 'Add attributes to {name}',
  'join.remove': 'Remove',
  'join.removeFrom': 'Remove the attributes of {name}',
  'join.found':
    '{matched} of {n, plural, one {# customer} other {# customers}} with orders {k, plural, one {is} other {are}} in “{table}”.',
  'join.foundAll':
    '{n, plural, one {The # customer} other {All # customers}} with orders {n, plural, one {is} other {are}} in “{table}”.',
  'join.without': '{n, plural, one {# has} other {# have}} no row there: the values are missing.',
  'join.unused':
    '{n, plural, one {# customer} other {# customers}} of “{table}” {n, plural, one {has} other {have}} no orders.',
  'join.repeated':
    '{n, plural, one {# row repeats} other {# rows repeat}} a customer of an earlier row; the first row counts.',
  'join.few': 'Few customers were found: check that both tables use the same ids.',
  'join.columns': '{n, plural, one {Adds the column} other {Adds the columns}} {columns}.',
} as const;
