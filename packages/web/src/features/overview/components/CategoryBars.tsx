import type { Figure } from '@clientele/charts';
import type { Overview } from '@clientele/contracts';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { useFormats } from '../../../lib/use-formats.ts';
import classes from './CategoryBars.module.css';

const most = 8;

/** Customers by the values of one category, as bars in a table. */
export function CategoryBars({ category, query }: { category: Overview['categories'][number]; query: QueryState }) {
  const formats = useFormats();
  const { feature, values } = category;
  const total = values.reduce((sum, { customers }) => sum + customers, 0);
  const first = values[0];
  const share = (customers: number) => (total === 0 ? 0 : customers / total);
  const shown = values.slice(0, most);
  const others = values.slice(most).reduce((sum, { customers }) => sum + customers, 0);
  const rows = others === 0 ? shown : [...shown, { value: `${values.length - most} others`, customers: others }];
  const figure: Figure = {
    id: `category-${feature.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title:
      first !== undefined && share(first.customers) > 0.5
        ? `${feature}: ${formats.share(share(first.customers), 0)} are ${first.value}`
        : feature,
    subtitle: 'Customers by value',
    option: null,
    renderer: 'svg',
    height: 22 * rows.length + 24,
    table: {
      columns: [
        { key: 'value', label: 'Value', align: 'left' },
        { key: 'bar', label: 'Share', align: 'left' },
        { key: 'customers', label: 'Customers', align: 'right' },
      ],
      rows: rows.map(({ value, customers }) => ({
        value: { text: value, value },
        bar: { text: formats.share(share(customers)), value: share(customers) },
        customers: { text: formats.count(customers), value: customers },
      })),
    },
  };
  return (
    <FigureView
      figure={figure}
      name={feature}
      query={query}
      density={22}
      cell={(key, row, text) => {
        const customers = rows[row]?.customers ?? 0;
        if (key !== 'bar') return undefined;
        return (
          <span className={classes.cell}>
            <span className={classes.bar} style={{ width: `${share(customers) * 100}%` }} />
            <span className={classes.share}>{text}</span>
          </span>
        );
      }}
    />
  );
}
