import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../components/Block.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Screen } from '../../components/Screen.tsx';
import { useDataset } from '../../lib/use-dataset.ts';
import { useSegmentation, useSegmentationDocument } from '../../lib/use-segmentation.ts';
import { Predict } from './components/Predict.tsx';

/** Which segment a customer with these values would be in. */
export function PredictScreen() {
  const { dataset, isPending, error: datasetError, refetch } = useDataset();
  const { segmentation, isPending: isSegmentationPending, error: segmentationError } = useSegmentation();
  const document = useSegmentationDocument();
  const navigate = useNavigate();
  const error = datasetError ?? segmentationError ?? document.error;
  if (error === null && dataset !== null && document.data !== undefined && segmentation !== null)
    return (
      <Screen>
        <Predict key={document.data.id} segmentation={document.data} dataset={dataset} />
      </Screen>
    );
  const isNoData = dataset === null && !isPending;
  return (
    <Screen>
      <PageHead title="Predict" />
      {error !== null ? (
        <ErrorBlock
          error={error}
          onRetry={() => {
            refetch();
            void document.refetch();
          }}
          height={240}
        />
      ) : isNoData || (segmentation === null && !isSegmentationPending) ? (
        <EmptyState
          height={320}
          action={
            <Button variant="filled" onClick={() => void navigate({ to: isNoData ? '/data' : '/lab', search: true })}>
              {isNoData ? 'Add data' : 'Open the Lab'}
            </Button>
          }
        >
          {isNoData
            ? 'There is nothing to predict from yet: add an export of your shop, or try the sample shop.'
            : 'There is no segmentation to predict with yet: run a recipe in the Lab.'}
        </EmptyState>
      ) : (
        <div style={{ paddingTop: 16 }}>
          <Block height={420} />
        </div>
      )}
    </Screen>
  );
}
