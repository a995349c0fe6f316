import type { ImportRequest, Inspection } from '@clientele/contracts';
import { Button, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconUpload } from '@tabler/icons-react';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { Progress } from '../../../components/Progress.tsx';
import { useText } from '../../../lib/use-text.ts';
import type { Review } from '../hooks/use-review.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { FeatureTable } from './FeatureTable.tsx';
import { importReadiness } from './import-readiness.ts';
import { LedgerPanel } from './LedgerPanel.tsx';
import { ProblemList } from './ProblemList.tsx';
import { ReadingOptions } from './ReadingOptions.tsx';
import classes from './ReviewPanel.module.css';
import { sourceFacts } from './source-facts.ts';

export interface ReviewPanelProps {
  review: Review;
  inspection: Inspection;
  importError: Error | null;
  onAnother: () => void;
  onImport: (request: ImportRequest) => void;
}

/** All that was recognised of a file, to be corrected before it is imported. */
export function ReviewPanel({ review, inspection, importError, onAnother, onImport }: ReviewPanelProps) {
  const text = useText();
  const { upload, mapping, rules, sheets, job, error, change, sending } = review;
  const { lines, reason } = importReadiness(inspection, text);
  const blocked = job.isRunning ? text('review.busy') : error === null ? reason : text('review.problem');
  if (upload === null || mapping === null || rules === null) return null;
  const start = () =>
    onImport({
      uploadId: upload.id,
      mapping: inspection.mapping,
      rules: inspection.rules,
      ...(inspection.source.sheets.length > 0 && { sheets: [...sheets] }),
    });
  return (
    <>
      <PageHead
        title={text('data.title')}
        facts={sourceFacts(inspection, text)}
        actions={
          <>
            <Button variant="subtle" onClick={review.close}>
              {text('review.discard')}
            </Button>
            <Button leftSection={<IconUpload size={16} stroke={1.7} aria-hidden="true" />} onClick={onAnother}>
              {text('review.another')}
            </Button>
            <Tooltip label={blocked} disabled={blocked === null}>
              <Button
                variant="filled"
                leftSection={<IconCircleCheck size={16} stroke={1.7} aria-hidden="true" />}
                data-disabled={blocked !== null || undefined}
                aria-disabled={blocked !== null || undefined}
                onClick={() => blocked === null && start()}
              >
                {text('review.import', { n: lines, kind: inspection.kind })}
              </Button>
            </Tooltip>
          </>
        }
      />
      {job.isRunning && (
        <div className={classes.reading}>
          <Progress job={job.job} label={text('data.readingAgain')} onCancel={job.cancel} />
        </div>
      )}
      {sending.error !== null && <ErrorBlock error={sending.error} onRetry={sending.retry ?? undefined} />}
      {error !== null && <ErrorBlock error={error} onRetry={review.retry} />}
      {importError !== null && <ErrorBlock error={importError} />}
      {reason !== null && error === null && <p className={classes.reason}>{reason}</p>}
      <ReadingOptions
        inspection={inspection}
        mapping={mapping}
        sheets={sheets}
        onMapping={(next) => void change({ mapping: next })}
        onSheets={(next) => void change({ sheets: next })}
      />
      <div className={classes.view} data-stale={job.isRunning || undefined} aria-busy={job.isRunning}>
        <ColumnTable inspection={inspection} mapping={mapping} onMapping={(next) => void change({ mapping: next })} />
        <div className={classes.below}>
          {inspection.kind === 'orders' && inspection.ledger !== null && (
            <LedgerPanel
              ledger={inspection.ledger}
              rules={rules}
              sourceName={inspection.source.name}
              currency={inspection.mapping.currency}
              onRules={(next) => void change({ rules: next })}
            />
          )}
          {inspection.kind === 'customers' && <FeatureTable features={inspection.features} rows={inspection.rows} />}
          <ProblemList problems={inspection.problems} />
        </div>
      </div>
    </>
  );
}
