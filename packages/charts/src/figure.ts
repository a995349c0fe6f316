import type { Text } from '@clientele/texts';
import type { EChartsOption } from 'echarts';
import type { Formats } from './format/create-formats.ts';
import type { Scheme } from './theme/tokens.ts';

export interface TableColumn {
  key: string;
  label: string;
  align: 'left' | 'right';
}

/** The numbers of a figure as a table: the same that are drawn. `text` is for reading, `value` for CSV. */
export interface FigureTable {
  columns: TableColumn[];
  rows: Record<string, { text: string; value: string | number | null }>[];
}

/** How a figure is to be drawn: colours and the width it has. */
export interface Drawing {
  scheme: Scheme;
  /** In pixels; figures draw fewer labels when narrow. */
  width: number;
  /** In pixels; left out, the figure's own. */
  height?: number;
}

/** Ground of a map: what `registerMap` of ECharts takes under the name that the option uses. */
export interface MapGround {
  name: string;
  geoJson: object;
}

/** A chart as data: what it says, what it measures, how it is drawn, its numbers. */
export interface Figure {
  /** Stable, kebab-case: names the downloaded file too. */
  id: string;
  /** The finding, or the measure where nothing stands out. */
  title: string;
  /** The measure, its unit and scale. */
  subtitle: string;
  /** Null where the figure is its table. */
  option: ((drawing: Drawing) => EChartsOption) | null;
  table: FigureTable;
  /** Canvas for many points, SVG otherwise. */
  renderer: 'svg' | 'canvas' | 'gl';
  /** Good height in pixels. */
  height: number;
  /** In words below the drawing: what it cannot hold. */
  note?: string;
  /** Loads the ground that the option draws on; only maps have one. */
  ground?: () => Promise<MapGround>;
}

/** What every figure is given besides its data. */
export interface FigureContext {
  formats: Formats;
  text: Text;
  /** Segment id to name, of the segmentation shown. */
  segmentNames: readonly string[];
}
