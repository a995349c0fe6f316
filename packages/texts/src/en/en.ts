import { cohorts } from './cohorts.ts';
import { common } from './common.ts';
import { customers } from './customers.ts';
import { data } from './data.ts';
import { evidence } from './evidence.ts';
import { explore } from './explore.ts';
import { features } from './features.ts';
import { figures } from './figures.ts';
import { filters } from './filters.ts';
import { findings } from './findings.ts';
import { guide } from './guide.ts';
import { insights } from './insights.ts';
import { join } from './join.ts';
import { lab } from './lab.ts';
import { map } from './map.ts';
import { methods } from './methods.ts';
import { overview } from './overview.ts';
import { parts } from './parts.ts';
import { predict } from './predict.ts';
import { report } from './report.ts';
import { reportScreen } from './report-screen.ts';
import { rfmStudio } from './rfm-studio.ts';
import { rows } from './rows.ts';
import { segmentScreen } from './segment-screen.ts';
import { segments } from './segments.ts';
import { shell } from './shell.ts';

/** English: the language that every other one translates. */
export const en = {
  ...cohorts,
  ...common,
  ...customers,
  ...data,
  ...evidence,
  ...explore,
  ...features,
  ...figures,
  ...filters,
  ...findings,
  ...guide,
  ...insights,
  ...join,
  ...lab,
  ...map,
  ...methods,
  ...overview,
  ...parts,
  ...predict,
  ...reportScreen,
  ...report,
  ...rfmStudio,
  ...rows,
  ...segmentScreen,
  ...segments,
  ...shell,
} as const;

export type TextKey = keyof typeof en;
