import { Block } from '../../../components/Block.tsx';
import { FigureView } from '../../../components/FigureView.tsx';
import { useText } from '../../../lib/use-text.ts';
import classes from './Figures.module.css';

const ofOrders = [
  'monthly-revenue.name',
  'returning.name',
  'world-map.name',
  'rfm-scatter.name',
  'top-customers.name',
  'country-months.name',
] as const;
const ofCustomers = ['feature-scatter.name', 'category.name'] as const;

/** The layout with its titles, before the numbers are there. */
export function OverviewLoading({ isOrders }: { isOrders: boolean }) {
  const text = useText();
  const titles = isOrders ? ofOrders : ofCustomers;
  return (
    <div role="status" aria-label={text('overview.loading')}>
      <div style={{ padding: '16px 0', borderBottom: '1px solid var(--hairline)' }}>
        <Block height={50} />
      </div>
      <div style={{ paddingTop: 16 }}>
        <Block height={68} />
      </div>
      <div className={classes.grid}>
        {titles.map((name) => (
          <FigureView key={name} figure={null} name={text(name)} />
        ))}
      </div>
    </div>
  );
}
