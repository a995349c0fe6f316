import { type RfmPreset, type RfmScheme, rfmScoreRange } from '@clientele/contracts';
import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconDownload,
  IconFolderOpen,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { Menu } from '../../../../components/Menu.tsx';
import { download } from '../../../../lib/download.ts';
import { useText } from '../../../../lib/use-text.ts';
import { isScheme, readScheme } from '../hooks/read-scheme.ts';
import { isSameScheme, most } from '../hooks/scheme-edits.ts';
import type { SchemeEditor } from '../hooks/use-scheme-editor.ts';
import classes from './RfmStudio.module.css';

export interface StudioToolsProps {
  editor: SchemeEditor;
  presets: readonly RfmPreset[];
  /** What became of a file that was opened. */
  onOpened: (outcome: { message: string; isFault: boolean }) => void;
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
const fileName = 'rfm-scheme.json';

/** Presets, undo and redo, and schemes as files. */
export function StudioTools({ editor, presets, onOpened }: StudioToolsProps) {
  const { scheme, apply, undo, redo } = editor;
  const text = useText();
  const file = useRef<HTMLInputElement>(null);
  const take = (next: RfmScheme) => {
    apply(next);
    editor.choose(null);
  };
  const open = async (chosen: File) => {
    const found = readScheme(await jsonOf(chosen));
    if (isScheme(found)) {
      take(found);
      return onOpened({ message: text('rfm-studio.opened', { file: chosen.name }), isFault: false });
    }
    const limits = found.part === 'name' ? most.name : most.groups;
    const why = text(`rfm-studio.fault.${found.part}`, { ...rfmScoreRange, most: limits, group: found.group ?? '' });
    onOpened({ message: text('rfm-studio.fault', { file: chosen.name, why }), isFault: true });
  };
  const tool = (label: string, Icon: typeof IconDownload, act: (() => void) | null, keys?: string) => (
    <ActionIcon
      variant="subtle"
      size={32}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      disabled={act === null}
      onClick={act ?? undefined}
      className={classes.tool}
    >
      <Icon {...icon} />
    </ActionIcon>
  );
  return (
    <>
      <div className={classes.tools}>
        {tool(text('rfm-studio.undo'), IconArrowBackUp, undo, 'Control+Z')}
        {tool(text('rfm-studio.redo'), IconArrowForwardUp, redo, 'Control+Shift+Z')}
        {tool(text('rfm-studio.open'), IconFolderOpen, () => file.current?.click())}
        {tool(text('rfm-studio.save'), IconDownload, () => save(scheme))}
      </div>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={text('rfm-studio.open')}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          currentTarget.value = '';
          if (chosen !== undefined) void open(chosen);
        }}
      />
      <Menu position="bottom-end" width={340}>
        <Menu.Target>
          <Button className="compact" rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden="true" />}>
            {text('rfm-studio.presets')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {presets.map((preset) => (
            <Menu.RadioItem
              key={preset.id}
              value={preset.id}
              checked={isSameScheme(preset.scheme, scheme)}
              closeMenuOnClick
              onChange={() => take(preset.scheme)}
            >
              {preset.label}
              <span className={classes.itemDetail}>{preset.source}</span>
              <span className={classes.itemDetail}>
                {preset.problems.length === 0
                  ? text('rfm-studio.presets.clean')
                  : text('rfm-studio.presets.problems', { n: preset.problems.length })}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

async function jsonOf(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}

const save = (scheme: RfmScheme) =>
  download(fileName, new Blob([`${JSON.stringify(scheme, null, 2)}\n`], { type: 'application/json' }));
