export const segments = {
  'segment-size-revenue.name': 'Size and revenue of the segments',
  'segment-size-revenue.help':
    'The ring is a segment’s share of customers, the dot its share of revenue. A dot far right of its ring is a segment that brings more than its size: look after it first. A dot far left costs attention and brings little.',
  'segment-size-revenue.title': '{segment}: {customers} of customers, {revenue} of revenue',
  'segment-size-revenue.titleCustomers': '{segment}: {customers} of customers, the largest segment',
  'segment-size-revenue.subtitle': 'Share of customers (ring) and of revenue (dot)',
  'segment-size-revenue.subtitleCustomers': 'Share of customers',
  'segment-size-revenue.customerShare': 'Share of customers',
  'segment-size-revenue.revenueShare': 'Share of revenue',
  'parallel-coordinates.name': 'Profiles side by side',
  'parallel-coordinates.help':
    'One line a segment, one place along it a feature. The height says how many times the median of all customers the segment’s own median is; the dashed line is all customers. Where lines part, the feature tells segments apart.',
  'parallel-coordinates.title': '{feature} of {segment}: {own}, of all customers {all}',
  'parallel-coordinates.subtitle': 'Median against that of all customers (dashed), {low} to {high}, log scale',
  'parallel-coordinates.clamped': 'Medians of zero or further away stand at the edge.',
  'parallel-coordinates.left': 'Not drawn, as the median of all customers gives no ratio: {features}.',
  'segment-products.name': 'Products of a segment',
  'segment-products.help':
    'The products on which the chosen segment spends most. Keep these in stock and show them first when you write to the segment. Compare with what it buys unusually often: bestsellers are often the same in every segment.',
  'segment-products.title': '{segment} spend most on {product}',
  'segment-products.subtitle': 'Revenue by product, {segment}',
  'segment-products.product': 'Product',
  'segment-products.description': 'Description',
  'segment-products.items': 'Pieces',
  'segment-products.lift': 'Lift',
  'segment-lift.name': 'Bought unusually often',
  'segment-lift.help':
    'Lift compares the share of the segment’s customers who bought a product with the share of all customers: ×2 is twice as often. These products tell the segment apart, so use them to open a letter or an advertisement to it. Rare products and chance are left out.',
  'segment-lift.title': '{segment} buy {product} {times} times as often',
  'segment-lift.subtitle': 'Share of {segment} who bought it, over the share of all customers',
  'segment-lift.buyers': 'Customers who bought it',
  'segment-baskets.name': 'Baskets of the segments',
  'segment-baskets.help':
    'How a segment fills its baskets: what an order is worth, how many pieces it holds, and whether its pieces are dearer or cheaper than those of all customers (×1). Large baskets of cheap pieces call for sets; few dear pieces for the better range.',
  'segment-baskets.title': '{measure} of {segment}: {times} times that of all customers',
  'segment-baskets.subtitle': 'Means over orders by segment; dashed: all customers',
  'segment-baskets.averageOrderValue': 'Order value',
  'segment-baskets.medianOrderValue': 'Median order value',
  'segment-baskets.itemsPerOrder': 'Items per order',
  'segment-baskets.productsPerOrder': 'Products per order',
  'segment-baskets.pricePerItem': 'Price per item',
  'segment-baskets.priceLevel': 'Price level',
  'plan.area.campaign': 'Campaign',
  'plan.area.offer': 'Offer',
  'plan.area.products': 'Products',
  'plan.area.price': 'Price',
  'plan.area.retention': 'Retention',
  'plan.title': 'What to do',
  'plan.days': '{n, plural, one {# day} other {# days}}',
  'plan.orders': '{n, plural, one {# order} other {# orders}}',
  'plan.and': ' and ',
  'plan.traitMean': '{feature} {own} on average, all customers {all}',
  'plan.traitMedian': '{feature} {own} at the median, all customers {all}',
  'plan.win-back-in-person.action': 'Win them back in person: a call or a letter to each.',
  'plan.win-back-in-person.because':
    'Half of them have been quiet for {recency} or more (all customers: {recencyAll}), and half spent {monetary} or more (all customers: {monetaryAll}).',
  'plan.write-now.action': 'Write to them now, with what they bought before.',
  'plan.write-now.because':
    'Half of them have been quiet for {recency} or more (all customers: {recencyAll}), and half spent {monetary} or more (all customers: {monetaryAll}).',
  'plan.one-reminder.action': 'Send one reminder, then leave them out of what costs money.',
  'plan.one-reminder.because':
    'Half of them have been quiet for {recency} or more (all customers: {recencyAll}), and half spent {monetary} or less (all customers: {monetaryAll}).',
  'plan.keep-close.action': 'Keep them close: early access, thanks, a named contact.',
  'plan.keep-close.because':
    'Half of them placed {frequency} or more (all customers: {frequencyAll}), and half spent {monetary} or more (all customers: {monetaryAll}).',
  'plan.next-order-sooner.action': 'Give them a reason for the next order.',
  'plan.next-order-sooner.because':
    'Half of them spent {monetary} or more (all customers: {monetaryAll}), yet half placed {frequency} or fewer.',
  'plan.larger-baskets.action': 'Make baskets larger, with sets and free delivery above an amount.',
  'plan.larger-baskets.because':
    'Half of them placed {frequency} or more, yet half spent {monetary} or less (all customers: {monetaryAll}).',
  'plan.reward.action': 'Reward their loyalty: first look at what is new, thanks after an order.',
  'plan.reward.because':
    'Half of them placed {frequency} or more (all customers: {frequencyAll}), and half spent {monetary} or more (all customers: {monetaryAll}).',
  'plan.make-it-a-habit.action': 'Make it a habit: suggest what goes with the last order while it is fresh.',
  'plan.make-it-a-habit.because':
    'Half of them ordered in the last {recency} (all customers: {recencyAll}), and half spent {monetary} or more (all customers: {monetaryAll}).',
  'plan.win-the-next-order.action': 'Win the next order: follow up soon.',
  'plan.win-the-next-order.because':
    'Half of them ordered in the last {recency} (all customers: {recencyAll}), and half placed {frequency} or fewer.',
  'plan.remind-the-late.action': 'Write to those who are past their usual gap, with what they bought before.',
  'plan.remind-the-late.because':
    'Half of them have been quiet for {recency} or more, and half spent {monetary} or more (all customers: {monetaryAll}).',
  'plan.stay-in-touch.action': 'Stay in touch with the usual news.',
  'plan.stay-in-touch.because':
    'At the median they ordered {recency} ago (all customers: {recencyAll}) and placed {frequency} (all customers: {frequencyAll}).',
  'plan.second-order.action': 'Make one offer for another order.',
  'plan.second-order.because':
    'Half of them placed {frequency} or fewer (all customers: {frequencyAll}), and half have been quiet for {recency} or more.',
  'plan.spend-and-earn-much.action': 'Keep them close: show the best of the range rather than discounts.',
  'plan.spend-and-earn-much.because': '{income}; {spending}.',
  'plan.earn-much-spend-little.action': 'Find out what they miss: ask them, and show the better range.',
  'plan.earn-much-spend-little.because': '{income}; {spending}.',
  'plan.earn-little-spend-much.action':
    'Keep it affordable: loyalty points, sets and small treats; press no credit on them.',
  'plan.earn-little-spend-much.because': '{income}; {spending}.',
  'plan.earn-and-spend-little.action': 'Reach them cheaply: e-mail rather than print, basics and offers.',
  'plan.earn-and-spend-little.because': '{income}; {spending}.',
  'plan.spend-much.action': 'Thank them and show them first what is new.',
  'plan.spend-much.because': '{spending}.',
  'plan.spend-little.action': 'Make a small first step easy, and watch whether it pays.',
  'plan.spend-little.because': '{spending}.',
  'plan.what-sets-apart.action': 'Speak to them about what sets them apart.',
  'plan.what-sets-apart.because': '{traits}.',
  'plan.basket-threshold.action': 'Offer a set, or free delivery, from an amount a little above their usual order.',
  'plan.basket-threshold.because':
    'Half of their orders are worth {orderValue} or less; of all orders half are worth {orderValueAll} or less.',
  'plan.easy-large-orders.action': 'Make large orders easy: lists to order again from, delivery in parts.',
  'plan.easy-large-orders.because':
    'Half of their orders are worth {orderValue} or more; of all orders half are worth {orderValueAll} or more.',
  'plan.lead-with-unusual.action': 'Lead with {unusual}.',
  'plan.lead-with-unusual.because': '{unusualNumbers}',
  'plan.show-bestseller.action': 'Show {bestseller} first.',
  'plan.show-bestseller.because': 'They spend most on it, and {topShare} of them bought it.',
  'plan.no-discounts.action': 'Spend no discounts on them.',
  'plan.no-discounts.because':
    'Half of them ordered in the last {recency} anyway; half of those who came back order every {gap} or sooner.',
  'plan.better-range.action': 'Show them the better range first.',
  'plan.better-range.because':
    'A piece costs them {price} on average, {priceLevel} times what all customers pay ({priceAll}).',
  'plan.low-prices-first.action': 'Show them low prices and sets first.',
  'plan.low-prices-first.because':
    'A piece costs them {price} on average, {priceLevel} times what all customers pay ({priceAll}).',
  'plan.welcome.action': 'Welcome them: thanks for the first order, and help with the second.',
  'plan.welcome.because': 'Half of them placed their first order in the last {tenure} (all customers: {tenureAll}).',
  'plan.past-their-gap.action': 'Let a reminder go out by itself {gap} after an order.',
  'plan.past-their-gap.because':
    'Half of those who came back order every {gap} or sooner, yet half of them have been quiet for {recency} or more.',
  'plan.in-their-rhythm.action': 'Write shortly before their usual gap of {gap} is over.',
  'plan.in-their-rhythm.because':
    'Half of those who came back order every {gap} or sooner, and half of them ordered in the last {recency}.',
  'plan.fewer-returns.action': 'Find out why they cancel or send back: sizes, descriptions, damage on the way.',
  'plan.fewer-returns.because':
    'On average {returns} of a customer’s lines are cancelled or come back, among all customers {returnsAll}.',
  'plan.unusualOne': 'They buy it {times} times as often as all customers; {buyers} of them have bought it.',
  'plan.unusualTwo':
    'They buy them {times} and {secondTimes} times as often as all customers; {buyers} and {secondBuyers} of them have bought them.',
} as const;
