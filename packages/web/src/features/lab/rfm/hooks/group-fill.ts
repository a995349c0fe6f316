import { type Scheme, segmentMark, textOn, tokens } from '@clientele/charts';
import type { CSSProperties } from 'react';
import { noGroup } from './rfm-cells.ts';

const turns = ['135deg', '45deg', '90deg', '0deg'] as const;

const made = new Map<string, CSSProperties>();

/** The ground of a group on the map: its colour as a segment, from the eighth on hatched, each time round another way. */
export function groupFill(group: number, scheme: Scheme): CSSProperties {
  // The same object each time: a cell is drawn anew only where something of it changes.
  const key = `${scheme} ${group}`;
  const fill = made.get(key) ?? fillOf(group, scheme);
  made.set(key, fill);
  return fill;
}

function fillOf(group: number, scheme: Scheme): CSSProperties {
  if (group === noGroup) return { backgroundColor: tokens[scheme].subtle, color: tokens[scheme].ink2 };
  const { color, isTinted } = segmentMark(group, scheme);
  const ink = textOn(color);
  if (!isTinted) return { backgroundColor: color, color: ink };
  // Stripes away from the ink, so that they take nothing from its contrast.
  const stripe = ink === '#000000' ? 'rgb(255 255 255 / 38%)' : 'rgb(0 0 0 / 30%)';
  const turn = turns[(Math.floor(group / tokens[scheme].segments.length) - 1) % turns.length];
  return {
    backgroundColor: color,
    backgroundImage: `repeating-linear-gradient(${[turn, `${stripe} 0 2px`, 'transparent 2px 7px'].join(', ')})`,
    color: ink,
  };
}
