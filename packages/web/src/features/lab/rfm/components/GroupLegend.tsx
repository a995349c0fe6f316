import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../../lib/use-text.ts';
import { groupCodes, groupSums, type RfmSum } from '../hooks/cell-sums.ts';
import { noGroup } from '../hooks/rfm-cells.ts';
import { freeName, most } from '../hooks/scheme-edits.ts';
import type { SchemeEditor } from '../hooks/use-scheme-editor.ts';
import classes from './GroupLegend.module.css';
import { GroupRow } from './GroupRow.tsx';

export interface GroupLegendProps {
  editor: SchemeEditor;
  sums: readonly RfmSum[] | null;
  all: RfmSum;
}

/** The groups as brushes and as a table: codes, customers and revenue of each, summed up here while one paints. */
export function GroupLegend({ editor, sums, all }: GroupLegendProps) {
  const { scheme, cells, hasOverlaps } = editor;
  const text = useText();
  const [renaming, setRenaming] = useState<number | null>(null);
  const count = scheme.groups.length;
  const codes = groupCodes(cells, count);
  const held = sums === null ? null : groupSums(cells, sums, count);
  const rows = [...scheme.groups.map((_, group) => group), noGroup];
  return (
    <div className={classes.legend}>
      <table className={classes.table} aria-label={text('rfm-studio.groups')}>
        <thead>
          <tr>
            <th scope="col">{text('rfm-studio.group')}</th>
            <th scope="col" className={classes.codes}>
              {text('rfm-studio.codes')}
            </th>
            <th scope="col">{text('rfm-studio.customers')}</th>
            <th scope="col">{text('rfm-studio.share')}</th>
            <th scope="col" className={classes.revenue}>
              {text('rfm-studio.revenue')}
            </th>
            <th scope="col">{text('rfm-studio.revenueShare')}</th>
            <td className={classes.more} />
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => {
            const at = group === noGroup ? count : group;
            return (
              <GroupRow
                key={scheme.groups[group]?.name ?? ''}
                editor={editor}
                group={group}
                codes={codes[at] ?? 0}
                sum={held?.[at] ?? null}
                all={all}
                isRenaming={renaming === group}
                onRename={(isRenaming) => setRenaming(isRenaming ? group : null)}
              />
            );
          })}
        </tbody>
      </table>
      <Button
        className="compact"
        variant="subtle"
        leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />}
        disabled={count >= most.groups}
        onClick={() => {
          editor.add(freeName(scheme, (number) => text('rfm-studio.newName', { number })));
          setRenaming(count);
        }}
      >
        {text('rfm-studio.add')}
      </Button>
      {hasOverlaps && <p className={classes.note}>{text('rfm-studio.overlaps')}</p>}
    </div>
  );
}
