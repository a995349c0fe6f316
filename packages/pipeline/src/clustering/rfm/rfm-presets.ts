import { type RfmGroup, type RfmPreset, type RfmPresetId, type RfmScheme, rfmPresetIds } from '@clientele/contracts';
import { boxesOf } from './boxes-of.ts';
import { defaultScheme } from './default-scheme.ts';
import { lintScheme } from './lint-scheme.ts';
import { brazeGroups, pymcGroups, type RangedGroup, rRfm02Groups, rRfmGroups } from './preset-grids.ts';

interface Published {
  label: string;
  source: string;
  scheme: RfmScheme;
}

const overAll = (scores: number, groups: RfmGroup[]): RfmScheme => ({
  ...defaultScheme(),
  scores,
  axes: 'r-f-m',
  groups,
});

const ranged = (groups: readonly RangedGroup[]): RfmGroup[] => {
  const range = (scores: RangedGroup[1]): [number, number] =>
    typeof scores === 'number' ? [scores, scores] : [...scores];
  return groups.map(([name, r, f, m]) => ({ name, boxes: [{ r: range(r), f: range(f), m: range(m) }] }));
};

const published: Record<RfmPresetId, Published> = {
  clientele: {
    label: 'Eleven groups',
    source: 'The default of Clientele: recency against frequency and monetary joined, every code in exactly one group.',
    scheme: defaultScheme(),
  },
  'r-rfm': {
    label: 'R rfm 0.3',
    source: 'Ranges of the example of rfm_segment in version 0.3.0 of the R package rfm (CRAN).',
    scheme: overAll(5, ranged(rRfmGroups)),
  },
  'r-rfm-0.2': {
    label: 'R rfm 0.2',
    source: 'Ranges of the example of rfm_segment in version 0.2.0 of the R package rfm (CRAN), after Putler.',
    scheme: overAll(5, ranged(rRfm02Groups)),
  },
  'pymc-marketing': {
    label: 'PyMC-Marketing',
    source:
      'Codes of the default segments of rfm_segments in PyMC-Marketing (clv.utils), from quartiles; codes that it sends to "Other" are in no group here.',
    scheme: overAll(
      4,
      pymcGroups.map(([name, codes]) => ({
        name,
        boxes: boxesOf(codes.split(' ').map((code) => [...code].map(Number))),
      })),
    ),
  },
  braze: {
    label: 'Braze',
    source:
      "Ranges of the page on RFM SQL segments of Braze's documentation, whose scores 0 to 3 are 1 to 4 here; how it cuts them is not published there, so quartiles are taken.",
    scheme: overAll(4, ranged(brazeGroups)),
  },
};

/** The grids that come with Clientele, each with what the linter says of it on no customers. */
export function rfmPresets(): RfmPreset[] {
  return rfmPresetIds.map((id) => ({ id, ...published[id], problems: lintScheme(published[id].scheme) }));
}
