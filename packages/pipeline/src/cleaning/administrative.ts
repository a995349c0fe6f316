import { isOneOfSql } from './cell-sql.ts';

/** Stock codes that are no product, in lower case: those of Online Retail and its like. */
export const administrativeCodes: readonly string[] =
  'post,dot,m,d,c2,c3,s,b,bank charges,amazonfee,amazon fee,cruk,adjust,adjust2,postage,shipping,freight,carriage,manual,fee,fees,discount,versand,porto,test001,test002'.split(
    ',',
  );

/** Whole descriptions that are no product, in lower case, in the languages of the column names. */
export const administrativeWords: readonly string[] =
  'postage,dotcom postage,post and packing,postage and packing,p&p,carriage,next day carriage,shipping,shipping cost,shipping costs,shipping fee,shipping charge,standard shipping,express shipping,delivery,delivery charge,delivery fee,freight,handling,handling fee,manual,manual entry,discount,bank charges,amazon fee,adjust bad debt,cruk commission,fee,service fee,samples,adjustment,rounding,rounding adjustment,tip,versand,versandkosten,porto,verpackung,rabatt,bearbeitungsgebuehr,bearbeitungsgebühr,trinkgeld,frais de port,frais de livraison,livraison,port,remise,gastos de envio,gastos de envío,envio,envío,descuento,spese di spedizione,spedizione,sconto,verzendkosten,verzending,korting'.split(
    ',',
  );

/** A gift card under a product's code is a product; UCI Online Retail books vouchers under codes of their own. */
const voucherCodes = ['gift_.*'];
const adjustmentWords = ['adjustment by .*', 'adjust .*'];

/**
 * SQL that is true for a line that is no product: by its code, or by its whole description where the code is missing,
 * short or begins with a letter. Both are column names of tidy text; a long code that begins with a digit is a product's.
 */
export function administrativeSql(product: string | undefined, description: string | undefined): string {
  const words = (cell: string) => isOneOfSql(cell, administrativeWords, adjustmentWords);
  const codes = (cell: string) => isOneOfSql(cell, administrativeCodes, voucherCodes);
  const described = (cell: string) => `CASE WHEN strlen(${cell}) BETWEEN 3 AND 45 THEN ${words(cell)} ELSE false END`;
  if (product === undefined) return description === undefined ? 'false' : described(description);
  const whole = description === undefined ? 'false' : described(description);
  return `CASE WHEN ${product} IS NULL OR ${product} >= ':' OR strlen(${product}) < 5
    THEN coalesce(${codes(product)}, false) OR coalesce(${whole}, false) ELSE false END`;
}
