export { composeReport, type ReportInput } from './compose/compose-report.ts';
export { chosenFigures, reportViews } from './compose/report-needs.ts';
export { drawFigure } from './figures/draw-figure.ts';
export { reportHtml } from './html/report-html.ts';
export { reportPdf } from './pdf/report-pdf.ts';
export type { Report, ReportFigure, ReportLine, ReportSection, ReportSegment, ReportTile } from './report.ts';
