import { useId } from 'react';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useText } from '../../../lib/use-text.ts';
import { JoinLine } from './JoinLine.tsx';
import classes from './JoinPanel.module.css';

/** For each dataset of orders the table of customers that is joined to it; nothing where there is no such table. */
export function JoinPanel() {
  const text = useText();
  const { datasets } = useDataset();
  const heading = useId();
  const tables = datasets.filter(({ kind, mapping }) => kind === 'customers' && mapping.roles.customer !== undefined);
  const orders = datasets.filter(({ kind, join }) => kind === 'orders' && (tables.length > 0 || join !== undefined));
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby={heading} className={classes.panel}>
      <h2 id={heading} className={classes.title}>
        {text('join.title')}
      </h2>
      <p className={classes.help}>{text('join.help')}</p>
      <ul className={classes.list}>
        {orders.map((dataset) => (
          <JoinLine key={dataset.id} dataset={dataset} tables={tables} />
        ))}
      </ul>
    </section>
  );
}
