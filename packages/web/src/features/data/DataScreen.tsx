import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBlock } from '../../components/ErrorBlock.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Progress } from '../../components/Progress.tsx';
import { Screen } from '../../components/Screen.tsx';
import { usePendingFile } from '../../lib/pending-file.tsx';
import { useText } from '../../lib/use-text.ts';
import { DatasetList } from './components/DatasetList.tsx';
import { DropOverlay } from './components/DropOverlay.tsx';
import { DropZone } from './components/DropZone.tsx';
import { FileChooser } from './components/FileChooser.tsx';
import { JoinPanel } from './components/JoinPanel.tsx';
import { ReviewPanel } from './components/ReviewPanel.tsx';
import { WaitPanel } from './components/WaitPanel.tsx';
import { useFileDrop } from './hooks/use-file-drop.ts';
import { useFocusKept } from './hooks/use-focus-kept.ts';
import { useImport } from './hooks/use-import.ts';
import { useReview } from './hooks/use-review.ts';

/** Data in: drop a file, see what was recognised, correct it, import it; and the datasets there are. */
export function DataScreen() {
  const text = useText();
  const review = useReview();
  const importing = useImport();
  const { setPendingFile } = usePendingFile();
  const chooser = useRef<HTMLInputElement>(null);
  const { sending, upload, inspection, isGone, error } = review;
  const { send, refuse } = sending;
  const take = useCallback((file: File) => void send(file), [send]);
  const isOver = useFileDrop(take, refuse, !importing.isRunning);
  const name = sending.file?.name ?? (isGone ? null : upload?.name) ?? null;
  const choose = () => chooser.current?.click();

  const view = importing.isRunning
    ? 'importing'
    : sending.file !== null
      ? 'sending'
      : inspection !== null
        ? 'review'
        : upload !== null && error === null
          ? 'recognising'
          : 'list';
  useFocusKept(view);

  useEffect(() => {
    setPendingFile(name);
    return () => setPendingFile(null);
  }, [name, setPendingFile]);

  return (
    <Screen>
      <FileChooser ref={chooser} onFile={take} />
      {isOver && <DropOverlay />}
      {view === 'importing' && (
        <WaitPanel title={text('data.import')} file={name}>
          <Progress job={importing.job} label={importing.label} onCancel={importing.cancel} />
        </WaitPanel>
      )}
      {view === 'sending' && (
        <WaitPanel title={text('data.file')} file={name}>
          <Progress
            job={{ step: text('data.copyingStep'), progress: sending.file?.share ?? 0, rows: null }}
            label={text('data.copying')}
            onCancel={sending.cancel}
          />
        </WaitPanel>
      )}
      {view === 'recognising' && (
        <WaitPanel title={text('data.file')} file={name}>
          <Progress job={review.job.job} label={text('data.recognising')} onCancel={review.close} />
        </WaitPanel>
      )}
      {view === 'review' && inspection !== null && (
        <ReviewPanel
          review={review}
          inspection={inspection}
          importError={importing.error}
          onAnother={choose}
          onImport={(request) => void importing.importFile(request)}
        />
      )}
      {view === 'list' && (
        <>
          <PageHead
            title={text('data.title')}
            facts={name ?? undefined}
            actions={
              error !== null && !isGone ? <Button onClick={review.close}>{text('data.backToList')}</Button> : undefined
            }
          />
          {sending.error !== null && <ErrorBlock error={sending.error} onRetry={sending.retry ?? undefined} />}
          {isGone && upload !== null && (
            <EmptyState action={<Button onClick={choose}>{text('data.chooseAgain')}</Button>}>
              {text('data.gone', { name: upload.name })}
            </EmptyState>
          )}
          {error !== null && !isGone && <ErrorBlock error={error} onRetry={review.retry} />}
          {importing.error !== null && <ErrorBlock error={importing.error} />}
          <DropZone onChoose={choose} onSample={() => void importing.importSample()} />
          <DatasetList />
          <JoinPanel />
        </>
      )}
    </Screen>
  );
}
