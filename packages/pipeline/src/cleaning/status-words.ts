import { splitName } from '../recognition/split-name.ts';
import { isOneOfSql, tidySql } from './cell-sql.ts';

/** States of an order that did not come to a sale, in lower case. Partly refunded orders are sales. */
export const cancelledStates: readonly string[] =
  'cancelled,canceled,cancel,voided,void,refunded,fully refunded,failed,failure,declined,expired,rejected,returned,chargeback,charged back,trash,deleted,blocked,uncaptured,requires_payment_method,requires payment method,abandoned,storniert,storno,abgebrochen,fehlgeschlagen,erstattet,rückerstattet,annulé,annulée,annule,annulee,remboursé,remboursée,remboursee,échouée,cancelado,cancelada,reembolsado,reembolsada,anulado,anulada,fallido,annullato,annullata,rimborsato,rimborsata,fallito,geannuleerd,terugbetaald,mislukt'.split(
    ',',
  );

const cancelWords = new Set(
  'cancelled,canceled,cancellation,cancel,storniert,storno,annule,annulee,cancelado,annullato,geannuleerd,voided'.split(
    ',',
  ),
);
const nothing = ['', '0', 'false', 'no', 'n', 'null', 'none', 'nan', 'nein', 'non', 'nat', 'n/a'];

/**
 * SQL that is true where the status says that the order was cancelled: by a word such as `refunded`, or by anything but a
 * no in a column called `Cancelled` or `Cancelled at`.
 */
export function cancelledStatusSql(column: string, cell: string): string {
  const word = tidySql(cell);
  const isCancelColumn = splitName(column).some((name) => cancelWords.has(name));
  const states = ['(?:wc-)?(?:', cancelledStates.join('|'), ')'].join('');
  if (!isCancelColumn) return `CASE WHEN ${cell} IS NULL THEN false ELSE ${isOneOfSql(word, [], [states])} END`;
  return `CASE WHEN ${cell} IS NULL THEN false ELSE NOT ${isOneOfSql(word, nothing)} END`;
}
