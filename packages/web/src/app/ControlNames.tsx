import { createTheme, MantineThemeProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useText } from '../lib/use-text.ts';

/** Names the controls that Mantine draws by itself in the reader's language. */
export function ControlNames({ children }: { children: ReactNode }) {
  const text = useText();
  const theme = useMemo(() => {
    const closes = { defaultProps: { closeButtonProps: { 'aria-label': text('parts.close') } } };
    return createTheme({ components: { Modal: closes, Drawer: closes, Notification: closes } });
  }, [text]);
  return (
    <MantineThemeProvider theme={theme} inherit>
      {children}
    </MantineThemeProvider>
  );
}
