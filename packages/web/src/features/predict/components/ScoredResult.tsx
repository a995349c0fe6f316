import type { ScoredFile, SegmentationDocument } from '@clientele/contracts';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { SegmentDot } from '../../../components/SegmentDot.tsx';
import { StatTable } from '../../../components/StatTable.tsx';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useFormats } from '../../../lib/use-formats.ts';
import { useText } from '../../../lib/use-text.ts';
import { scoreTable } from '../hooks/score-table.ts';
import classes from './ScoreFile.module.css';

export interface ScoredResultProps {
  result: ScoredFile;
  document: SegmentationDocument;
  /** The button that begins anew. */
  another: ReactNode;
}

/** How many customers of the file are in each segment, and the file to take away. */
export function ScoredResult({ result, document, another }: ScoredResultProps) {
  const text = useText();
  const formats = useFormats();
  const { id, name, rows, bySegment } = result;
  const table = useMemo(() => scoreTable(result, document, formats, text), [result, document, formats, text]);
  const title = text('score.done', { n: rows, name });
  return (
    <>
      <div role="status">
        <h3>{title}</h3>
        <p className={classes.kept}>{text('score.kept')}</p>
      </div>
      <StatTable
        table={table}
        label={title}
        cell={(key, row, written) =>
          key === 'segment' ? (
            <span className={classes.segment}>
              <SegmentDot segment={bySegment[row]?.segment ?? -1} /> {written}
            </span>
          ) : undefined
        }
      />
      <div className={classes.actions}>
        <Button
          variant="filled"
          leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
          onClick={() => downloadFrom(client.address('downloadScores', { params: { scoresId: id } }))}
        >
          {text('score.download')}
        </Button>
        {another}
      </div>
    </>
  );
}
