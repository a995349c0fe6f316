import { type Scheme, type Tokens, tokens } from '@clientele/charts';
import { type CSSVariablesResolver, createTheme, localStorageColorSchemeManager } from '@mantine/core';

const slate = [
  '#F3F5F6',
  '#E8EDF1',
  '#CDD3D9',
  '#B9C6D2',
  '#8496A7',
  '#65717C',
  '#46525D',
  '#2B4A66',
  '#23303C',
  '#16202A',
] as const;

/** Mantine as a base of controls, in the measures of the house. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '13.5px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '18px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '3px', md: '6px', lg: '8px', xl: '999px' },
  defaultRadius: 'md',
  colors: { slate },
  primaryColor: 'slate',
  primaryShade: { light: 9, dark: 1 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'never',
  components: {
    Button: { defaultProps: { size: 'md', variant: 'default' } },
    Menu: {
      defaultProps: {
        shadow: 'none',
        position: 'bottom-start',
        offset: 4,
        transitionProps: { duration: 0 },
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: {
      defaultProps: { shadow: 'none', position: 'bottom-start', offset: 4, transitionProps: { duration: 0 } },
    },
    Modal: { defaultProps: { centered: true, radius: 'lg', transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: {
      defaultProps: {
        transitionProps: { duration: 0 },
        openDelay: 200,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Checkbox: { defaultProps: { size: 'xs', radius: 'sm' } },
  },
});

const kebab = (name: string) => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

function variablesOf(colours: Tokens): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(colours)) {
    if (typeof value === 'string') variables[`--${kebab(name)}`] = value;
  }
  colours.ramp.forEach((colour, index) => {
    variables[`--ramp-${index}`] = colour;
  });
  colours.segments.forEach((colour, index) => {
    variables[`--segment-${index}`] = colour;
  });
  return variables;
}

const schemeVariables = (scheme: Scheme): Record<string, string> => ({
  ...variablesOf(tokens[scheme]),
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--worse)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-default': 'var(--page)',
  '--mantine-color-default-hover': 'var(--subtle)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--button)',
  '--mantine-primary-color-filled-hover': 'var(--button)',
  '--mantine-primary-color-contrast': 'var(--button-text)',
  '--mantine-color-slate-filled': 'var(--button)',
  '--mantine-color-slate-filled-hover': 'var(--button)',
});

/** The tokens of the charts as CSS variables (--page, --ink-2, --segment-0, ...), so that marks and interface share them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables('light'),
  dark: schemeVariables('dark'),
});

/** Remembers light, dark or as the system says. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'clientele-colours' });
