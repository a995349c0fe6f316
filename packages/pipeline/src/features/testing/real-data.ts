import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultRules } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import { ruleBit } from '../../cleaning/kept-condition.ts';
import type { DataTable } from '../../data-table.ts';

const repository = resolve(fileURLToPath(import.meta.url), '../../../../../..');

/** A file of the real data, in $CLIENTELE_DATA or beside the repository; null, with the reason printed, where it is not there. */
export function realFile(name: string): string | null {
  const folders = [process.env.CLIENTELE_DATA, join(repository, '../shared/data')];
  const found = folders.flatMap((folder) => (folder ? [join(folder, name)] : [])).find((path) => existsSync(path));
  if (found === undefined) console.info(`Skipped: ${name} is neither in $CLIENTELE_DATA nor in ../shared/data.`);
  return found ?? null;
}

/** UCI Online Retail (CC BY 4.0) as a staged table, read without the pipeline's own reader. */
export async function stageOnlineRetail(session: Session, path: string, name: string): Promise<DataTable> {
  await session.run(
    `create table ${session.quoteIdentifier(name)} as
     select CustomerID as customer, InvoiceNo as order_id, cast(InvoiceDate as timestamp) as time,
       cast(Quantity as decimal(18,6)) as quantity,
       cast(cast(Quantity as decimal(18,6)) * cast(UnitPrice as decimal(12,6)) as decimal(18,6)) as amount,
       StockCode as product, Description as description, Country as country,
       cast((case when CustomerID is null then ${ruleBit('no-customer')} else 0 end)
         | (case when InvoiceNo like 'C%' then ${ruleBit('cancellation')} else 0 end)
         | (case when cast(Quantity as integer) <= 0 then ${ruleBit('quantity')} else 0 end)
         | (case when cast(UnitPrice as double) <= 0 then ${ruleBit('price')} else 0 end) as usmallint) as flags
     from read_csv($1, header = true, all_varchar = true)`,
    [path],
  );
  const roles = {
    customer: 'CustomerID',
    order: 'InvoiceNo',
    time: 'InvoiceDate',
    quantity: 'Quantity',
    unitPrice: 'UnitPrice',
    product: 'StockCode',
    description: 'Description',
    country: 'Country',
  };
  const mapping = { kind: 'orders', roles, dateOrder: 'ymd', decimal: 'point', currency: null } as const;
  return { kind: 'orders', table: name, mapping, columns: [], rules: defaultRules };
}
