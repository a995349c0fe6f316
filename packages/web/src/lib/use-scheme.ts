import type { Scheme } from '@clientele/charts';
import { useComputedColorScheme } from '@mantine/core';

/** Light or dark, as drawn now. */
export function useScheme(): Scheme {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}
