import {
  type FigureDefinition,
  figures,
  findingViews,
  isView,
  type ReportData,
  reportFigures,
  usualReport,
} from '@clientele/charts';
import { ClienteleError, type ViewName } from '@clientele/contracts';

const ofSegments: readonly ViewName[] = ['segmentStatistics', 'segmentProducts', 'segmentBaskets'];

/**
 * The figures of a report: those named, or the usual ones. Throws `usage` for a name that is no figure; figures that the data cannot have are
 * left out.
 */
export function chosenFigures(ids: readonly string[] | undefined, data: ReportData): FigureDefinition[] {
  const offered = reportFigures(data);
  const unknown = ids?.find((id) => !figures.some((definition) => definition.id === id));
  if (unknown !== undefined)
    throw new ClienteleError(
      'usage',
      `There is no figure "${unknown}"; the figures are ${offered.map(({ id }) => id).join(', ')}.`,
      { figure: unknown },
    );
  return (ids ?? usualReport[data.kind]).flatMap((id) => offered.filter((definition) => definition.id === id));
}

/** Every view that a report with these figures is made from. */
export function reportViews(
  definitions: readonly FigureDefinition[],
  { kind, hasSegmentation }: ReportData,
): ViewName[] {
  const needed = definitions.flatMap(({ needs }) => needs.filter(isView));
  return [
    ...new Set<ViewName>([...findingViews(kind), 'kpiComparison', ...needed, ...(hasSegmentation ? ofSegments : [])]),
  ];
}
