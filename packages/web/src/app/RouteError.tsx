import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorBlock } from '../components/ErrorBlock.tsx';
import { Screen } from '../components/Screen.tsx';
import { asError } from '../lib/as-error.ts';

/** A screen that broke; the shell around it stands. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  return (
    <Screen>
      <ErrorBlock error={asError(error)} onRetry={reset} height={320} />
    </Screen>
  );
}
