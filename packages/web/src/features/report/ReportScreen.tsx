import { Block } from '../../components/Block.tsx';
import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useText } from '../../lib/use-text.ts';
import { ReportForm } from './components/ReportForm.tsx';

/** What goes into the report, and the report as PDF or as one HTML file. */
export function ReportScreen() {
  const text = useText();
  return (
    <Screen>
      <PageHead title={text('shell.report')} facts={text('report-screen.facts')} />
      <Gate needs="data" loading={<Block height={320} />}>
        {(dataset) => <ReportForm key={dataset.id} dataset={dataset} />}
      </Gate>
    </Screen>
  );
}
