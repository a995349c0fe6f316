import { FigureView } from '../../../components/FigureView.tsx';
import { useText } from '../../../lib/use-text.ts';

/** The layout with its titles, before the numbers are there. */
export function InsightsLoading() {
  const text = useText();
  return (
    <div role="status" aria-label={text('common.loading')} style={{ paddingTop: 16 }}>
      <FigureView figure={null} name={text('insights.all')} height={180} />
      <FigureView figure={null} name={text('series.name')} height={280} />
    </div>
  );
}
