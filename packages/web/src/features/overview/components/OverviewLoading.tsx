import { Block } from '../../../components/Block.tsx';
import { FigureView } from '../../../components/FigureView.tsx';
import classes from './Figures.module.css';

const names = [
  'Monthly revenue',
  'Returning and one-time customers',
  'Countries',
  'Customers by recency and revenue',
  'Top customers',
  'Monthly active customers',
];

/** The layout with its titles, before the numbers are there. */
export function OverviewLoading({ isOrders }: { isOrders: boolean }) {
  const titles = isOrders ? names : ['Customers by two features', 'Features'];
  return (
    <div role="status" aria-label="Loading the overview">
      <div style={{ padding: '16px 0', borderBottom: '1px solid var(--hairline)' }}>
        <Block height={50} />
      </div>
      <div style={{ paddingTop: 16 }}>
        <Block height={68} />
      </div>
      <div className={classes.grid}>
        {titles.map((name) => (
          <FigureView key={name} figure={null} name={name} />
        ))}
      </div>
    </div>
  );
}
