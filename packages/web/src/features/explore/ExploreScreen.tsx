import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useFormats } from '../../lib/use-formats.ts';
import { useText } from '../../lib/use-text.ts';
import { Explore } from './components/Explore.tsx';
import { ExploreLoading } from './components/ExploreLoading.tsx';

/** Every feature by itself and any two together, under the filters. */
export function ExploreScreen() {
  const { dataset } = useDataset();
  const formats = useFormats();
  const text = useText();
  return (
    <Screen>
      <PageHead
        title={text('explore.title')}
        facts={
          dataset === null
            ? undefined
            : text('explore.facts', { n: dataset.features.length, features: formats.count(dataset.features.length) })
        }
      />
      <Gate needs="data" loading={<ExploreLoading />}>
        {(open) => <Explore key={open.id} dataset={open} />}
      </Gate>
    </Screen>
  );
}
