import type { Alert, Driver } from '@clientele/contracts';
import type { FigureContext } from '../figure.ts';
import { amountText, measureText, type SeriesKind, sideOf, stepWhen } from './alert-words.ts';

/** Of the deviation: below, a single customer or product does not explain it. */
const leastLead = 0.25;
const leastUneven = 1.25;

/**
 * An unusual step in plain words: what it was, how far from the expected, and the customer, product or country that carries most of it. Nothing of the
 * last where none carries a quarter.
 */
export function alertSentence(alert: Alert, { grain, measure }: SeriesKind, context: FigureContext): string {
  const { text } = context;
  const when = stepWhen(alert.start, grain, context);
  if (alert.value === 0)
    return `${text('alerts.sentenceNone', { measure, when, expected: measureText(alert.expected, measure, context) })}.`;
  const said = text('alerts.sentence', {
    measure,
    when,
    value: measureText(alert.value, measure, context),
    difference: amountText(alert.difference, measure, context),
    side: sideOf(alert.difference),
  });
  const lead = leadOf(alert, measure === 'revenue', context);
  return lead === null ? `${said}.` : `${said}; ${lead}.`;
}

function leadOf(alert: Alert, isRevenue: boolean, { formats, text }: FigureContext): string | null {
  const first = (kind: Driver['kind']) =>
    alert.drivers.find((driver) => driver.kind === kind && driver.share >= leastLead);
  const [customer, product, country] = [first('customer'), first('product'), first('country')];
  if (isRevenue && customer !== undefined && product !== undefined && isOneOrder(customer, product, alert))
    return text('alerts.joint', {
      share: formats.share(customer.value / alert.value, 0),
      customer: customer.name,
      product: product.name,
    });
  const lead =
    customer ?? product ?? (isRevenue && country !== undefined && isUneven(country, alert) ? country : undefined);
  if (lead === undefined) return null;
  const { kind, name, value, usual } = lead;
  return text('alerts.lead', { kind, name, value: formats.money(value), usual: formats.money(usual) });
}

/** A country carries more of the deviation than it usually has of the whole: otherwise it says nothing. */
const isUneven = ({ share, usual }: Driver, { expected }: Alert): boolean =>
  expected > 0 && share >= leastUneven * (usual / expected);

/** A customer and a product with the same amount, which the step has not twice: it is the same money. */
const isOneOrder = (customer: Driver, product: Driver, alert: Alert): boolean =>
  customer.value > 0 &&
  customer.value <= alert.value &&
  Math.abs(customer.value - product.value) <= 0.005 * customer.value &&
  customer.value + product.value > 1.2 * alert.value;
