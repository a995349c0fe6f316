import { Block } from '../../components/Block.tsx';
import { Gate } from '../../components/Gate.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useSegmentationDocument } from '../../lib/use-segmentation.ts';
import { useText } from '../../lib/use-text.ts';
import { Predict } from './components/Predict.tsx';

/** Which segment a customer with these values would be in. */
export function PredictScreen() {
  const text = useText();
  const document = useSegmentationDocument();
  const made = document.data;
  return (
    <Screen>
      <Gate
        needs="segmentation"
        head={<PageHead title={text('predict.title')} />}
        loading={
          <div style={{ paddingTop: 16 }}>
            <Block height={420} />
          </div>
        }
        isWaiting={made === undefined}
        error={document.error}
        onRetry={() => void document.refetch()}
      >
        {(dataset) => made !== undefined && <Predict key={made.id} segmentation={made} dataset={dataset} />}
      </Gate>
    </Screen>
  );
}
