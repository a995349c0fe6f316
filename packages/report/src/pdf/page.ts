import { tokens } from '@clientele/charts';
import type { Weight } from '../figures/inter-files.ts';

/** A4 in points, and the colours of paper. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 48,
  right: 547.28,
  top: 72,
  bottom: 782,
  gutter: 22,
} as const;
export const contentWidth = page.right - page.left;
export const halfWidth = (contentWidth - page.gutter) / 2;
export const colors = tokens.light;
/** A pixel of a figure on paper. */
export const pointsPerPixel = 0.75;

/** How a text is set: size and line in points. */
export interface Style {
  size: number;
  line: number;
  weight: Weight;
  color: string;
  /** Between letters, in points. */
  spacing?: number;
}

const style = (size: number, line: number, weight: Weight, color: string, spacing?: number): Style => ({
  size,
  line,
  weight,
  color,
  ...(spacing !== undefined && { spacing }),
});

/** The scale of the screens at three quarters: the same sizes on paper. */
export const styles = {
  cover: style(27, 33, 600, colors.ink, -0.7),
  coverLead: style(11, 17, 400, colors.ink2),
  heading: style(16, 21, 600, colors.ink, -0.3),
  lead: style(9.75, 15, 400, colors.ink2),
  number: style(17.5, 22, 600, colors.ink, -0.35),
  insight: style(13.5, 18, 600, colors.ink, -0.2),
  subheading: style(10.125, 13.5, 600, colors.ink),
  body: style(9.375, 14, 400, colors.ink),
  bodyQuiet: style(9.375, 14, 400, colors.ink2),
  strong: style(9, 13, 600, colors.ink),
  label: style(8.625, 12, 400, colors.ink2),
  table: style(8.25, 12, 400, colors.ink),
  tableHead: style(8.25, 12, 400, colors.ink2),
  small: style(7.5, 10.5, 400, colors.ink3),
} as const;
