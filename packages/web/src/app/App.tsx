import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LanguageProvider } from '../lib/language.tsx';
import { ControlNames } from './ControlNames.tsx';
import { Notices } from './Notices.tsx';
import { queryClient } from './query-client.ts';
import { router } from './router.ts';
import { colorSchemes, cssVariables, theme } from './theme.ts';

/** Theme, cache and routes around the screens. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <ControlNames>
            <Notices />
            <RouterProvider router={router} />
          </ControlNames>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
