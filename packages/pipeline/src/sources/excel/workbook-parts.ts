import { throwIfCancelled } from '../shared/file-errors.ts';
import { type NumberKind, numberKind } from './cell-text.ts';
import { attribute, type XmlHandler, XmlReader } from './xml-reader.ts';
import type { Zip } from './zip.ts';

/** Reads one entry of the workbook; `eachChunk` is called in between. */
export async function readXml(
  zip: Zip,
  name: string,
  handler: XmlHandler,
  signal?: AbortSignal,
  eachChunk?: () => Promise<void>,
): Promise<boolean> {
  if (!zip.has(name)) return false;
  const reader = new XmlReader(handler);
  const decoder = new TextDecoder();
  for await (const chunk of zip.chunks(name)) {
    throwIfCancelled(signal);
    reader.push(decoder.decode(chunk, { stream: true }));
    await eachChunk?.();
  }
  return true;
}

export interface SheetPart {
  name: string;
  path: string;
}

/** The sheets with cells, in the order of the workbook, and how it counts days. */
export async function readWorkbook(zip: Zip): Promise<{ sheets: SheetPart[]; epoch1904: boolean }> {
  const targets = new Map<string, string>();
  await readXml(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      const target = attribute(attributes, 'Target') ?? '';
      if (name === 'Relationship' && attribute(attributes, 'Type')?.endsWith('/worksheet'))
        targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    text: () => undefined,
    close: () => undefined,
  });
  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  await readXml(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      const path = name === 'sheet' ? targets.get(attribute(attributes, 'id') ?? '') : undefined;
      if (path) sheets.push({ name: attribute(attributes, 'name') ?? '', path });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { sheets, epoch1904 };
}

/** For each cell style what becomes of numbers in it. */
export async function readStyles(zip: Zip): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  await readXml(zip, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        kinds.push(numberKind(id, codes.get(id)));
      }
    },
    text: () => undefined,
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
export async function readSharedTexts(zip: Zip, signal?: AbortSignal): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let isInText = false;
  let isInPhonetic = false;
  await readXml(
    zip,
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
