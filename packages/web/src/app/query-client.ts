import { isClienteleError } from '@clientele/contracts';
import { QueryClient } from '@tanstack/react-query';

/** Answers stay good until something is changed here: nobody else changes the data of this computer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only a service that did not answer is asked once more.
      retry: (count, error) => count < 1 && isClienteleError(error) && error.code === 'internal',
    },
  },
});
