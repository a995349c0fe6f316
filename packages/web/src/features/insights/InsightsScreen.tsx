import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useText } from '../../lib/use-text.ts';
import { AllFindings } from './components/AllFindings.tsx';
import { Anomalies } from './components/Anomalies.tsx';
import { InsightsLoading } from './components/InsightsLoading.tsx';
import { useSeries } from './hooks/use-series.ts';

/** What stands out, when it did, and what drove it. */
export function InsightsScreen() {
  const text = useText();
  const { dataset } = useDataset();
  const series = useSeries();
  const isOrders = dataset?.kind === 'orders';
  const alerts = series.query.data?.views.series.alerts.length;
  return (
    <Screen>
      <PageHead
        title={text('insights.title')}
        facts={isOrders && alerts !== undefined ? text('insights.facts', { n: alerts }) : undefined}
      />
      <Gate needs="data" loading={<InsightsLoading />}>
        {(open) => (
          <>
            <AllFindings />
            {open.kind === 'orders' && <Anomalies series={series} />}
          </>
        )}
      </Gate>
    </Screen>
  );
}
