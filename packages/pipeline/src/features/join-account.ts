import type { Join, Problem } from '@clientele/contracts';
import { quoteIdentifier, type Session } from '@clientele/engines';
import type { Attributes, DataTable } from '../data-table.ts';
import { Bindings } from './bindings.ts';
import { keptWhere } from './kept-rows.ts';

/** All that is said of a join but which dataset it comes from. */
export type JoinAccount = Omit<Join, 'datasetId' | 'name'>;

/** Fewer found than one in so many is told as a warning. */
const fewAreOneIn = 10;

/** For how many of the customers with kept orders attributes were found, and what is to be known of them. */
export async function joinAccount(session: Session, orders: DataTable, attributes: Attributes): Promise<JoinAccount> {
  const bindings = new Bindings();
  const from = quoteIdentifier(attributes.table);
  const [row] = await session.rows(
    `with ordering as (
       select distinct customer from ${quoteIdentifier(orders.table)}
       where ${keptWhere(bindings, orders, {})} and customer is not null),
     found as (select customer from ordering where customer in (select customer from ${from}))
     select (select count(*) from ordering) as customers, (select count(*) from found) as matched,
       (select count(*) from ${from}) as listed, (select min(customer) from ${from} where customer not in (select customer from found)) as unused,
       (select min(customer) from ordering where customer not in (select customer from found)) as lacking`,
    bindings.values,
  );
  const [customers, matched, listed] = [Number(row?.customers), Number(row?.matched), Number(row?.listed)];
  const problems: Problem[] = [];
  if (matched * fewAreOneIn < customers) {
    const examples = [row?.lacking, row?.unused]
      .filter((id) => typeof id === 'string')
      .map((id) => `"${id.slice(0, 40)}"`);
    problems.push({
      severity: 'warning',
      code: 'few-customers-matched',
      message: `Only ${countText(matched)} of the ${countText(customers)} customers with orders ${matched === 1 ? 'is' : 'are'} in ${attributes.name}; ${
        examples.length === 2
          ? `${examples[0]} has orders and no row there, ${examples[1]} a row and no orders: are these the same ids?`
          : 'the others have no attributes.'
      }`,
      count: customers - matched,
    });
  }
  if (attributes.repeated > 0)
    problems.push({
      severity: 'warning',
      code: 'repeated-customers',
      message: `${countText(attributes.repeated)} ${attributes.repeated === 1 ? 'row' : 'rows'} of ${attributes.name} ${attributes.repeated === 1 ? 'repeats' : 'repeat'} a customer of an earlier row; the first row counts.`,
      count: attributes.repeated,
    });
  return {
    matched,
    without: customers - matched,
    unused: listed - matched,
    repeated: attributes.repeated,
    columns: attributes.columns.map(({ id }) => id),
    problems,
  };
}

const countText = (count: number) => count.toLocaleString('en-GB');
