import type { Segmentation } from '@clientele/contracts';
import { Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCode, IconCopy, IconDownload } from '@tabler/icons-react';
import { client } from '../../../lib/client.ts';
import { downloadFrom } from '../../../lib/download.ts';
import { useText } from '../../../lib/use-text.ts';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** The recipe of the result as text, and the frozen model. */
export function RecipeMenu({ segmentation }: { segmentation: Segmentation | null }) {
  const text = useText();
  const { copy, copied } = useClipboard();
  if (segmentation === null)
    return (
      <Button leftSection={<IconCode {...icon} />} disabled title={text('lab.runFirst')}>
        {text('lab.recipe')}
      </Button>
    );
  const params = { segmentationId: segmentation.id };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={copied ? <IconCheck {...icon} /> : <IconCode {...icon} />}>
          {copied ? text('lab.copied') : text('lab.recipe')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy {...icon} />}
          onClick={() => copy(JSON.stringify(segmentation.document.recipe, null, 2))}
        >
          {text('lab.copyRecipe')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload {...icon} />}
          onClick={() => downloadFrom(client.address('downloadRecipe', { params }))}
        >
          {text('lab.downloadRecipe')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload {...icon} />}
          onClick={() => downloadFrom(client.address('downloadModel', { params }))}
        >
          {text('lab.downloadModel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
