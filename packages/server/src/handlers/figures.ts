import { type FigureDefinition, figures, isView } from '@clientele/charts';
import { ClienteleError } from '@clientele/contracts';
import { download, downloadName } from '../http/download.ts';
import type { HandlersOf } from '../http/handlers.ts';
import type { EvidenceJobs } from '../jobs/evidence-jobs.ts';
import { figureOf, reportOf } from '../work/report-of.ts';
import type { Workshop } from '../work/workshop.ts';

const types = { json: 'application/json', csv: 'text/csv; charset=utf-8', svg: 'image/svg+xml' } as const;
const reportTypes = { pdf: 'application/pdf', html: 'text/html; charset=utf-8' } as const;

/** Figures by themselves, and the report. */
export function figureHandlers(workshop: Workshop, evidence: EvidenceJobs): HandlersOf<'figure' | 'downloadReport'> {
  return {
    async figure({ params, query, context }) {
      const definition = figureNamed(params.figure, query.segmentation);
      if (query.segmentation !== undefined && definition.needs.includes('segmentation'))
        await evidence.settled(query.segmentation);
      const job = { signal: context.req.raw.signal, onProgress: () => {} };
      const { name, content } = await figureOf(workshop, params.datasetId, definition, query, job);
      if (query.format === 'csv') return download(downloadName(name, `${definition.id}.csv`), types.csv, content);
      return new Response(content, { headers: { 'content-type': types[query.format] } });
    },
    async downloadReport({ params, query, context }) {
      const job = { signal: context.req.raw.signal, onProgress: () => {} };
      if (query.segmentation !== undefined) await evidence.settled(query.segmentation);
      const asked = { ...query, hasSegments: query.pages === 'true' };
      const { name, content } = await reportOf(workshop, params.datasetId, asked, job);
      return download(downloadName(name, `report.${query.format}`), reportTypes[query.format], content);
    },
  };
}

/** A figure that views can fill. @throws ClienteleError `not-found`, or `usage` where it needs a segmentation and none is named */
function figureNamed(id: string, segmentation: string | undefined): FigureDefinition {
  const offered = figures.filter(({ needs }) => needs.every((source) => isView(source) || source === 'segmentation'));
  const definition = offered.find((each) => each.id === id);
  if (definition === undefined)
    throw new ClienteleError(
      'not-found',
      `There is no figure "${id.slice(0, 100)}"; the figures are ${offered.map((each) => each.id).join(', ')}.`,
    );
  if (segmentation === undefined && definition.needs.includes('segmentation'))
    throw new ClienteleError('usage', `The figure "${id}" is of a segmentation; name the segmentation.`);
  return definition;
}
