import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { Menu } from '../../../../components/Menu.tsx';
import { useFormats } from '../../../../lib/use-formats.ts';
import { useText } from '../../../../lib/use-text.ts';
import { isTiny, type RfmSum } from '../hooks/cell-sums.ts';
import { noGroup } from '../hooks/rfm-cells.ts';
import { most, nameFault, withName } from '../hooks/scheme-edits.ts';
import type { SchemeEditor } from '../hooks/use-scheme-editor.ts';
import classes from './GroupLegend.module.css';
import { Swatch } from './Swatch.tsx';

export interface GroupRowProps {
  editor: SchemeEditor;
  /** -1: the row of no group, which erases. */
  group: number;
  codes: number;
  /** Null while it is not known. */
  sum: RfmSum | null;
  all: RfmSum;
  isRenaming: boolean;
  onRename: (isRenaming: boolean) => void;
}

/** One brush at a time. */
const brushName = 'rfm-brush';

/** One group: the brush that paints it, what it holds now, and what can be done with it. */
export function GroupRow({ editor, group, codes, sum, all, isRenaming, onRename }: GroupRowProps) {
  const { scheme, brush, hasOverlaps } = editor;
  const text = useText();
  const formats = useFormats();
  const isNone = group === noGroup;
  const name = scheme.groups[group]?.name ?? text('rfm-studio.noGroup');
  const isBrush = brush === group;
  const isVoid = sum?.customers === 0;
  const isSmall = !isNone && sum !== null && isTiny(sum.customers, all.customers);
  const revenueShare = sum === null || all.revenue <= 0 ? null : sum.revenue / all.revenue;
  const detail = text('rfm-studio.detail', {
    n: codes,
    codes: formats.count(codes),
    revenue: isVoid ? '\u2013' : formats.moneyShort(sum?.revenue ?? null),
  });
  const number = (written: string) => (sum === null ? '' : isVoid ? '\u2013' : written);
  return (
    <tr data-brush={isBrush || undefined} data-group={group}>
      <th scope="row">
        {isRenaming ? (
          <NameField editor={editor} group={group} onDone={() => onRename(false)} />
        ) : (
          <label className={classes.brush}>
            <input
              type="radio"
              name={brushName}
              checked={isBrush}
              onChange={() => editor.choose(group)}
              onClick={() => isBrush && editor.choose(null)}
              onKeyDown={({ key }) => key === 'Escape' && editor.choose(null)}
            />
            <Swatch group={group} />
            <span className={classes.names}>
              <span className={classes.groupName}>{name}</span>
              {isSmall && (
                <IconAlertTriangle
                  size={13}
                  stroke={1.7}
                  role="img"
                  aria-label={text('rfm-studio.isTiny')}
                  className={classes.tiny}
                >
                  <title>{text('rfm-studio.isTiny.why')}</title>
                </IconAlertTriangle>
              )}
              <small>{detail}</small>
            </span>
          </label>
        )}
      </th>
      <td className={classes.codes}>{formats.count(codes)}</td>
      {isVoid && !isNone ? (
        <td className={classes.empty} title={text('rfm-studio.isEmpty.why')}>
          {text('rfm-studio.isEmpty')}
        </td>
      ) : (
        <td>{number(formats.count(sum?.customers ?? null))}</td>
      )}
      <td>{number(formats.share((sum?.customers ?? 0) / Math.max(1, all.customers)))}</td>
      <td className={classes.revenue}>{number(formats.moneyShort(sum?.revenue ?? null))}</td>
      <td>{number(formats.share(revenueShare))}</td>
      <td className={classes.more}>
        {!isNone && (
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" aria-label={text('rfm-studio.menu', { group: name })} className={classes.dots}>
                <IconDots size={16} stroke={1.7} aria-hidden="true" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onRename(true)}>{text('rfm-studio.rename')}</Menu.Item>
              {hasOverlaps && (
                <>
                  <Menu.Item disabled={group === 0} onClick={() => editor.move(group, -1)}>
                    {text('rfm-studio.moveUp')}
                  </Menu.Item>
                  <Menu.Item disabled={group === scheme.groups.length - 1} onClick={() => editor.move(group, 1)}>
                    {text('rfm-studio.moveDown')}
                  </Menu.Item>
                </>
              )}
              <Menu.Item disabled={scheme.groups.length < 2} onClick={() => editor.remove(group)}>
                {text('rfm-studio.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}

function NameField({ editor, group, onDone }: { editor: SchemeEditor; group: number; onDone: () => void }) {
  const text = useText();
  const name = editor.scheme.groups[group]?.name ?? '';
  const [typed, setTyped] = useState(name);
  const fault = nameFault(editor.scheme, group, typed);
  const settle = () => {
    if (fault === null) editor.apply(withName(editor.scheme, group, typed));
    onDone();
  };
  return (
    <form
      className={classes.renaming}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) settle();
      }}
    >
      <Swatch group={group} />
      <TextInput
        aria-label={text('rfm-studio.name', { group: name })}
        value={typed}
        maxLength={most.name}
        error={fault === null ? undefined : text(`rfm-studio.name.${fault}`, { most: most.name })}
        data-autofocus
        ref={(field) => {
          if (field !== null && document.activeElement !== field && field.dataset.begun === undefined) {
            field.dataset.begun = '';
            field.select();
          }
        }}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
      <Button type="submit" className="hidden-visually" tabIndex={-1}>
        {text('rfm-studio.rename')}
      </Button>
    </form>
  );
}
