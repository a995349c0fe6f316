import { type RuleDialect, ruleDialects } from '@clientele/contracts';
import { Button, CopyButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Block } from '../../../components/Block.tsx';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useText } from '../../../lib/use-text.ts';
import { useRules } from '../api/use-rules.ts';
import classes from './RuleCode.module.css';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
const usualTable = 'customers';
const typingMs = 300;
const copiedMs = 2000;

/** The rules as code for a database or a script: to read, to copy, to take away. */
export function RuleCode({ segmentationId }: { segmentationId: string }) {
  const text = useText();
  const [dialect, setDialect] = useState<RuleDialect>('duckdb');
  const [table, setTable] = useState(usualTable);
  const [typed] = useDebouncedValue(table.trim() === '' ? usualTable : table.trim(), typingMs);
  const { data: code, error, refetch } = useRules(segmentationId, dialect, typed);
  const label = text('rules.code', { dialect: text(`rules.dialect.${dialect}`) });
  return (
    <section className={classes.rules} aria-labelledby="rule-code">
      <header>
        <h3 id="rule-code">{text('rules.title')}</h3>
        <p>{text('rules.lead')}</p>
      </header>
      <div className={classes.controls}>
        <NativeSelect
          label={text('rules.dialect')}
          data={ruleDialects.map((value) => ({ value, label: text(`rules.dialect.${value}`) }))}
          value={dialect}
          onChange={({ currentTarget }) => {
            const next = ruleDialects.find((each) => each === currentTarget.value);
            if (next !== undefined) setDialect(next);
          }}
        />
        {dialect !== 'javascript' && (
          <TextInput
            label={text('rules.table')}
            value={table}
            maxLength={200}
            spellCheck={false}
            onChange={({ currentTarget }) => setTable(currentTarget.value)}
          />
        )}
        <span className={classes.actions}>
          <CopyButton value={code ?? ''} timeout={copiedMs}>
            {({ copied, copy }) => (
              <Button
                leftSection={copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />}
                disabled={code === undefined}
                onClick={copy}
              >
                <span aria-live="polite">{text(copied ? 'rules.copied' : 'rules.copy')}</span>
              </Button>
            )}
          </CopyButton>
          <Button
            leftSection={<IconDownload {...icon} />}
            disabled={code === undefined}
            onClick={() =>
              downloadFrom(
                client.address('downloadRules', { params: { segmentationId }, query: { dialect, table: typed } }),
              )
            }
          >
            {text('rules.download')}
          </Button>
        </span>
      </div>
      {error !== null ? (
        <ErrorBlock error={error} onRetry={() => void refetch()} />
      ) : code === undefined ? (
        <Block height={220} />
      ) : (
        <textarea
          className={classes.code}
          aria-label={label}
          value={code}
          readOnly
          wrap="off"
          translate="no"
          spellCheck={false}
        />
      )}
    </section>
  );
}
