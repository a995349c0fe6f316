import { Block } from '../../components/Block.tsx';
import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFilters } from '../../lib/use-filters.ts';
import { useSegmentation } from '../../lib/use-segmentation.ts';
import { useText } from '../../lib/use-text.ts';
import { useResult } from './api/use-result.ts';
import { Lab } from './components/Lab.tsx';

/** Where a recipe is built, argued and run. */
export function LabScreen() {
  const text = useText();
  const { dataset } = useDataset();
  const { segmentation } = useSegmentation();
  const { filters } = useFilters();
  const shown = useResult(segmentation?.id ?? null);
  return (
    <Screen>
      <Gate
        needs="data"
        head={<PageHead title={text('lab.title')} />}
        loading={
          <div style={{ paddingTop: 16 }}>
            <Block height={480} />
          </div>
        }
        isWaiting={segmentation !== null && shown.data?.datasetId !== dataset?.id}
        error={shown.error}
        onRetry={() => void shown.refetch()}
      >
        {(open) => <Lab key={open.id} dataset={open} filters={filters} shown={shown.data ?? null} />}
      </Gate>
    </Screen>
  );
}
