import { SaxesParser } from 'saxes';
import { throwIfCancelled } from '../shared/file-errors.ts';
import { type Archive, ArchiveFailure } from './archive.ts';
import { type NumberKind, numberKind } from './cell-text.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a part of the workbook. Names of elements come without their namespace prefix. */
export interface PartHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads one part of the workbook, false where it is not there; `eachChunk` is called in between. */
export async function readPart(
  archive: Archive,
  part: string,
  handler: PartHandler,
  signal?: AbortSignal,
  eachChunk?: () => Promise<void>,
): Promise<boolean> {
  if (!archive.has(part)) return false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  const text = (content: string) => handler.text?.(content);
  parser.on('opentag', ({ name, attributes }) => handler.open(localName(name), attributes));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)));
  parser.on('error', (cause) => {
    throw new ArchiveFailure(`${part} is no well-formed XML`, { cause });
  });
  for await (const chunk of archive.chunks(part)) {
    throwIfCancelled(signal);
    parser.write(decoder.decode(chunk, { stream: true }));
    await eachChunk?.();
  }
  parser.close();
  return true;
}

/** The id by which a sheet names its part; the prefix before it is the writer's choice. */
function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => localName(name) === 'id') ?? '';
  return attributes[key] ?? '';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export interface SheetPart {
  name: string;
  path: string;
}

/** The sheets with cells, in the order of the workbook, and how it counts days. */
export async function readWorkbook(archive: Archive): Promise<{ sheets: SheetPart[]; epoch1904: boolean }> {
  const targets = new Map<string, string>();
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      const target = attributes.Target ?? '';
      if (name === 'Relationship' && attributes.Type?.endsWith('/worksheet'))
        targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  await readPart(archive, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      const path = name === 'sheet' ? targets.get(relationId(attributes)) : undefined;
      if (path) sheets.push({ name: attributes.name ?? '', path });
    },
  });
  return { sheets, epoch1904 };
}

/** For each cell style what becomes of numbers in it. */
export async function readStyles(archive: Archive): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  await readPart(archive, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attributes.numFmtId ?? 0);
        kinds.push(numberKind(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return kinds;
}

/** `_x000D_` in a text stands for the character of that number. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The table of texts that cells refer to. */
export async function readSharedTexts(archive: Archive, signal?: AbortSignal): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let isInText = false;
  let isInPhonetic = false;
  await readPart(
    archive,
    'xl/sharedStrings.xml',
    {
      open(name) {
        if (name === 'si') current = '';
        else if (name === 'rPh') isInPhonetic = true;
        else if (name === 't') isInText = !isInPhonetic;
      },
      text(text) {
        if (isInText) current += text;
      },
      close(name) {
        if (name === 't') isInText = false;
        else if (name === 'rPh') isInPhonetic = false;
        else if (name === 'si') texts.push(decodeEscapes(current));
      },
    },
    signal,
  );
  return texts;
}
