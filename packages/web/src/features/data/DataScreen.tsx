import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Progress } from '../../components/Progress.tsx';
import { Screen } from '../../components/Screen.tsx';
import { usePendingFile } from '../../lib/pending-file.tsx';
import { DatasetList } from './components/DatasetList.tsx';
import { DropZone } from './components/DropZone.tsx';
import { ReviewPanel } from './components/ReviewPanel.tsx';
import classes from './DataScreen.module.css';
import { useFileDrop } from './hooks/use-file-drop.ts';
import { useImport } from './hooks/use-import.ts';
import { useReview } from './hooks/use-review.ts';

/** Data in: drop a file, see what was recognised, correct it, import it; and the datasets there are. */
export function DataScreen() {
  const review = useReview();
  const importing = useImport();
  const { setPendingFile } = usePendingFile();
  const chooser = useRef<HTMLInputElement>(null);
  const { open } = review;
  const take = useCallback((file: File) => void open(file), [open]);
  const isOver = useFileDrop(take, !importing.isRunning);
  const name = review.sending?.name ?? review.upload?.name ?? null;

  useEffect(() => {
    setPendingFile(name);
    return () => setPendingFile(null);
  }, [name, setPendingFile]);

  const { inspection } = review;
  const isWaiting = review.sending !== null || (review.upload !== null && inspection === null && review.error === null);

  return (
    <Screen>
      <input
        ref={chooser}
        type="file"
        className="hidden-visually"
        tabIndex={-1}
        aria-label="File to import"
        accept=".csv,.tsv,.txt,.xlsx,.xls,.parquet,.json,.jsonl,.ndjson,.gz"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file !== undefined) take(file);
        }}
      />
      {isOver && (
        <div className={classes.over} aria-hidden="true">
          <span>
            <IconUpload size={20} stroke={1.7} /> Drop the file to look into it
          </span>
        </div>
      )}
      {importing.isRunning ? (
        <>
          <PageHead title="Data" facts={name ?? undefined} />
          <section className={classes.wait} aria-label="Import">
            <Progress job={importing.job} label={importing.label} onCancel={importing.cancel} />
          </section>
        </>
      ) : inspection !== null && review.upload !== null ? (
        <ReviewPanel
          review={review}
          inspection={inspection}
          importError={importing.error}
          onAnother={() => chooser.current?.click()}
          onImport={(request) => void importing.importFile(request)}
        />
      ) : (
        <>
          <PageHead
            title="Data"
            facts={name ?? undefined}
            actions={review.error !== null ? <Button onClick={review.close}>Back to the list</Button> : undefined}
          />
          {isWaiting ? (
            <section className={classes.wait} aria-label="File">
              <Progress
                job={
                  review.sending === null
                    ? review.job.job
                    : {
                        step: `Reading ${review.sending.name} into Clientele`,
                        progress: review.sending.share,
                        rows: null,
                      }
                }
                label="Recognising the file"
                onCancel={review.close}
              />
            </section>
          ) : (
            <>
              {review.error !== null && (
                <ErrorBlock error={review.error} onRetry={review.upload === null ? undefined : review.retry} />
              )}
              {importing.error !== null && <ErrorBlock error={importing.error} />}
              <DropZone onChoose={() => chooser.current?.click()} onSample={() => void importing.importSample()} />
              <DatasetList />
            </>
          )}
        </>
      )}
    </Screen>
  );
}
