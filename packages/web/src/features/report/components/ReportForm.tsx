import { type FigureDefinition, reportFigures, usualReport } from '@clientele/charts';
import type { Dataset } from '@clientele/contracts';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconFileTypeHtml, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorBlock } from '../../../components/ErrorBlock.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { useText } from '../../../lib/use-text.ts';
import { useReport } from '../hooks/use-report.ts';
import classes from './ReportForm.module.css';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** A title, the figures by the screen they stand on, and two ways to take the report away. */
export function ReportForm({ dataset }: { dataset: Dataset }) {
  const text = useText();
  const { segmentation } = useSegmentation();
  const hasSegmentation = segmentation !== null;
  const offered = reportFigures({ kind: dataset.kind, hasSegmentation });
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(usualReport[dataset.kind]);
  const [hasPages, setPages] = useState(true);
  const report = useReport();
  const figures = offered.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const make = (format: 'pdf' | 'html') =>
    void report.make({ format, title: title.trim(), figures, pages: hasPages && hasSegmentation });
  const groups = [...new Set(offered.map(({ screen }) => screen))].map((screen) => ({
    screen,
    group: offered.filter((definition) => definition.screen === screen),
  }));
  const flip = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  const setGroup = (group: readonly FigureDefinition[], isChosen: boolean) => {
    const ids = group.map(({ id }) => id);
    setChosen((before) => [...before.filter((id) => !ids.includes(id)), ...(isChosen ? ids : [])]);
  };
  return (
    <div className={classes.form}>
      <div className={classes.lead}>
        <TextInput
          label={text('report-screen.title')}
          placeholder={dataset.name}
          value={title}
          maxLength={200}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          className={classes.title}
        />
        <Segmented
          label={text('report-screen.pages')}
          value={hasPages && hasSegmentation ? 'yes' : 'no'}
          isDisabled={!hasSegmentation}
          options={[
            { value: 'yes', label: text('report-screen.pages.yes') },
            { value: 'no', label: text('report-screen.pages.no') },
          ]}
          onChange={(value) => setPages(value === 'yes')}
        />
        <div className={classes.buttons}>
          <Button
            variant="filled"
            leftSection={<IconFileTypePdf {...icon} />}
            loading={report.making === 'pdf'}
            disabled={report.making !== null}
            onClick={() => make('pdf')}
          >
            {text('report-screen.pdf')}
          </Button>
          <Button
            leftSection={<IconFileTypeHtml {...icon} />}
            loading={report.making === 'html'}
            disabled={report.making !== null}
            onClick={() => make('html')}
          >
            {text('report-screen.html')}
          </Button>
        </div>
      </div>
      {report.error !== null && <ErrorBlock error={report.error} />}
      <p className={classes.note} role="status">
        {report.making === null ? text('report-screen.count', { n: figures.length }) : text('report-screen.making')}
      </p>
      <div className={classes.groups}>
        {groups.map(({ screen, group }) => {
          const count = group.filter(({ id }) => chosen.includes(id)).length;
          return (
            <fieldset key={screen} className={classes.group}>
              <legend>{text(`shell.${screen}`)}</legend>
              <Checkbox
                label={text('report-screen.all')}
                checked={count === group.length}
                indeterminate={count > 0 && count < group.length}
                onChange={({ currentTarget }) => setGroup(group, currentTarget.checked)}
              />
              {group.map(({ id, name, help }) => (
                <Checkbox
                  key={id}
                  label={text(name)}
                  description={text(help)}
                  checked={chosen.includes(id)}
                  onChange={() => flip(id)}
                  className={classes.figure}
                />
              ))}
            </fieldset>
          );
        })}
      </div>
    </div>
  );
}
