import { segmentMark } from '@clientele/charts';
import { useScheme } from '../lib/use-scheme.ts';

const paths = {
  circle: <circle cx="5" cy="5" r="4" />,
  rect: <rect x="1.4" y="1.4" width="7.2" height="7.2" rx="1" />,
  diamond: <path d="M5 0.6 9.4 5 5 9.4 0.6 5Z" />,
  triangle: <path d="M5 0.8 9.4 8.8H0.6Z" />,
  pin: <path d="M0.6 1.2H9.4L5 9.2Z" />,
} as const;

/** The mark of a segment in its colour and, from the seventh on, its shape. Its name must stand beside it. */
export function SegmentDot({ segment, size = 10 }: { segment: number; size?: number }) {
  const { color, shape } = segmentMark(segment, useScheme());
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" fill={color} aria-hidden="true">
      {paths[shape]}
    </svg>
  );
}
