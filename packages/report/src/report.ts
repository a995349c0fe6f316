import type { Figure, Formats } from '@clientele/charts';
import type { Text } from '@clientele/texts';

export interface ReportTile {
  label: string;
  value: string;
  /** Against what the lead of the tiles says; null where there is nothing to compare with. */
  change: { text: string; direction: 'up' | 'down' | 'none'; meaning: 'better' | 'worse' | 'neutral' } | null;
}

export interface ReportFigure {
  figure: Figure;
  width: 'full' | 'half';
  /** The numbers beneath the drawing too. In HTML they can always be folded out. */
  withTable?: boolean;
}

export interface ReportSection {
  title: string;
  lead?: string;
  figures: ReportFigure[];
}

/** A segment on paper; all texts are written already. */
export interface ReportSegment {
  /** Chooses the mark; -1 is no segment. */
  id: number;
  name: string;
  /** "719 customers, £5.78M" */
  size: string;
  /** Bars: `value` from 0 to 1. */
  shares: { label: string; value: number; text: string }[];
  standsOut: string[];
  /** Its rule, how far it holds and how stable it is; empty without evidence. */
  evidence: string[];
  /** The grade in a word, where the segment does not come back reliably. */
  doubt: string | null;
  statistics: { label: string; own: string; all: string }[];
  /** What `own` and `all` are: "Median", say. */
  statistic: string;
  whatToDo: string[];
  note?: string;
}

export interface ReportLine {
  label: string;
  value: string;
}

/** All that stands in a report, in the reader's language. */
export interface Report {
  title: string;
  /** Dataset, period and filters in words. */
  subtitle: string;
  /** ISO date or time, given by the caller: the same report is the same bytes. */
  madeAt: string;
  /** BCP 47. */
  language: string;
  text: Text;
  formats: Formats;
  facts: ReportLine[];
  tiles: ReportTile[];
  /** What the changes of the tiles compare. */
  tilesNote?: string;
  /** A number, and the sentence that it begins. */
  findings: { value: string; sentence: string }[];
  sections: ReportSection[];
  segments: ReportSegment[];
  /** Hash of the data, hash of the recipe, version. */
  receipt: ReportLine[];
}
