import {
  createFormats,
  type FigureContext,
  type FigureSetting,
  type FigureSources,
  figureCsv,
  figures,
} from '@clientele/charts';
import { ClienteleError, type Dataset, type Filters, type Segmentation, type Views } from '@clientele/contracts';
import { chosenFigures, composeReport, drawFigure, reportHtml, reportPdf } from '@clientele/report';
import { chooseLanguage, createText, loadMessages } from '@clientele/texts';

/** What figures are made from, as plain data. */
export interface ShownData {
  dataset: Dataset;
  segmentation: Segmentation | null;
  views: Partial<Views>;
  /** "de", "en-GB"; a language that there is not becomes English. */
  language: string;
}

export interface ReportInput extends ShownData {
  format: 'pdf' | 'html';
  filters: Filters;
  /** Figure ids; absent: the usual ones. */
  figures?: readonly string[];
  hasSegments: boolean;
  title?: string;
  /** ISO time. */
  madeAt: string;
}

export interface FigureInput extends ShownData {
  figure: string;
  choices: FigureSetting['choices'];
  format: 'json' | 'csv' | 'svg';
  /** Of the drawing, in pixels. */
  width: number;
}

async function contextOf({ language, dataset, segmentation }: ShownData): Promise<FigureContext & { locale: string }> {
  const chosen = chooseLanguage([language]);
  return {
    locale: chosen.locale,
    text: createText(await loadMessages(chosen.language), chosen.locale),
    formats: createFormats({ locale: chosen.locale, currency: dataset.currency }),
    segmentNames: segmentation?.document.segments.map(({ name }) => name) ?? [],
  };
}

/** The report as the bytes of a PDF or the text of an HTML file. Throws `usage` for a figure that there is not. */
export async function makeReport(input: ReportInput): Promise<Uint8Array | string> {
  const { locale, ...context } = await contextOf(input);
  const { dataset, segmentation } = input;
  const report = composeReport({
    ...input,
    figures: chosenFigures(input.figures, { kind: dataset.kind, hasSegmentation: segmentation !== null }),
    language: locale,
    context,
  });
  return input.format === 'pdf' ? reportPdf(report) : reportHtml(report);
}

/** One figure: its words and numbers as JSON, its table as CSV, or its drawing as SVG. Throws `not-found` where the data have nothing for it. */
export async function makeFigure(input: FigureInput): Promise<string> {
  const { dataset, segmentation, views, choices, format, width } = input;
  const { locale: _locale, ...context } = await contextOf(input);
  const definition = figures.find(({ id }) => id === input.figure);
  const sources = { ...views, ...(segmentation && { segmentation: segmentation.document }) } as FigureSources;
  const figure = definition?.make(sources, { ...context, dataset, choices }) ?? null;
  if (figure === null)
    throw new ClienteleError(
      'not-found',
      `The data have nothing for the figure "${input.figure}" under these filters; widen them or choose another figure.`,
      { figure: input.figure },
    );
  if (format === 'csv') return figureCsv(figure.table);
  if (format === 'json') {
    const { id, title, subtitle, note = null, table } = figure;
    return JSON.stringify({ id, title, subtitle, note, table });
  }
  const drawing = await drawFigure(figure, { scheme: 'light', width }, 'figure');
  if (drawing !== null) return drawing;
  throw new ClienteleError(
    'usage',
    `The figure "${input.figure}" is a table and has no drawing; ask for format=csv or format=json.`,
    { figure: input.figure },
  );
}
